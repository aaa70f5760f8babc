package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.fault.HttpAction;
import dev.aiendpoint.jmeter.AiFaultSwitch;

/** The form of {@link AiFaultSwitch}. */
public final class AiFaultSwitchGui extends ElementGui {

  private static final long serialVersionUID = 1L;

  public AiFaultSwitchGui() {
    super(
        ElementKind.SAMPLER,
        AiFaultSwitch::new,
        FormField.choice(AiFaultSwitch.ACTION, AiFaultSwitch.DEFAULT_ACTION, AiFaultSwitch.ACTIONS),
        FormField.text(AiFaultSwitch.CONTROL_URL, AiFaultSwitch.DEFAULT_CONTROL_URL),
        FormField.text(AiFaultSwitch.FAULT, AiFaultSwitch.DEFAULT_FAULT),
        FormField.number(AiFaultSwitch.DELAY_MILLIS, AiFaultSwitch.DEFAULT_DELAY_MILLIS),
        FormField.number(
            AiFaultSwitch.LEAST_DELAY_MILLIS, AiFaultSwitch.DEFAULT_LEAST_DELAY_MILLIS),
        FormField.text(AiFaultSwitch.ON_URL, ""),
        FormField.choice(
            AiFaultSwitch.ON_METHOD, AiFaultSwitch.DEFAULT_ON_METHOD, HttpAction.METHODS),
        FormField.text(AiFaultSwitch.ON_BODY, ""),
        FormField.text(AiFaultSwitch.OFF_URL, ""),
        FormField.choice(
            AiFaultSwitch.OFF_METHOD, AiFaultSwitch.DEFAULT_OFF_METHOD, HttpAction.METHODS),
        FormField.text(AiFaultSwitch.OFF_BODY, ""));
  }
}
