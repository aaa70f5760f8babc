package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiReadBack;

/** The form of {@link AiReadBack}. */
public final class AiReadBackGui extends ElementGui {

  private static final long serialVersionUID = 1L;

  public AiReadBackGui() {
    super(
        ElementKind.CONTROLLER,
        AiReadBack::new,
        FormField.text(AiReadBack.VARIABLE, AiReadBack.DEFAULT_VARIABLE));
  }
}
