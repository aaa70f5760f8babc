package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiAcknowledgedWrite;

/** The form of {@link AiAcknowledgedWrite}. */
public final class AiAcknowledgedWriteGui extends ElementGui {

  private static final long serialVersionUID = 1L;

  public AiAcknowledgedWriteGui() {
    super(
        ElementKind.POST_PROCESSOR,
        AiAcknowledgedWrite::new,
        FormField.text(AiAcknowledgedWrite.ITEM, ""));
  }
}
