package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiBaselineCheck;

/** The form of {@link AiBaselineCheck}. */
public final class AiBaselineCheckGui extends ElementGui {

  private static final long serialVersionUID = 1L;

  public AiBaselineCheckGui() {
    super(
        ElementKind.LISTENER,
        AiBaselineCheck::new,
        FormField.text(AiBaselineCheck.BASELINE, AiBaselineCheck.DEFAULT_BASELINE),
        FormField.text(AiBaselineCheck.RUN_DIR, AiBaselineCheck.DEFAULT_RUN_DIR));
  }
}
