package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiThinkTime;

/** The form of {@link AiThinkTime}. */
public final class AiThinkTimeGui extends ElementGui {

  private static final long serialVersionUID = 1L;

  public AiThinkTimeGui() {
    super(
        ElementKind.TIMER,
        AiThinkTime::new,
        FormField.number(AiThinkTime.SHORTEST_MILLIS, AiThinkTime.DEFAULT_SHORTEST_MILLIS),
        FormField.number(AiThinkTime.LONGEST_MILLIS, AiThinkTime.DEFAULT_LONGEST_MILLIS));
  }
}
