package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiChoice;

/** The form of {@link AiChoice}. */
public final class AiChoiceGui extends ElementGui {

  private static final long serialVersionUID = 1L;

  public AiChoiceGui() {
    super(
        ElementKind.CONTROLLER,
        AiChoice::new,
        FormField.text(AiChoice.WEIGHTS, ""),
        FormField.choice(AiChoice.DECK, AiChoice.DEFAULT_DECK, AiChoice.DECKS),
        FormField.number(AiChoice.SEED, AiChoice.DEFAULT_SEED));
  }
}
