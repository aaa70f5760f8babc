package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.fault.HttpAction;
import dev.aiendpoint.jmeter.AiFaultSwitch;
import java.awt.BorderLayout;
import org.apache.jmeter.samplers.gui.AbstractSamplerGui;
import org.apache.jmeter.testelement.TestElement;

/** The form of {@link AiFaultSwitch}. */
public final class AiFaultSwitchGui extends AbstractSamplerGui {

  private static final long serialVersionUID = 1L;
  private static final String ELEMENT = "AiFaultSwitch";

  private final ElementForm form =
      new ElementForm(
          FormField.choice(
              AiFaultSwitch.ACTION, AiFaultSwitch.DEFAULT_ACTION, AiFaultSwitch.ACTIONS),
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

  public AiFaultSwitchGui() {
    setLayout(new BorderLayout(0, 8));
    setBorder(makeBorder());
    add(ElementForm.titled(makeTitlePanel(), ELEMENT), BorderLayout.NORTH);
    add(form, BorderLayout.CENTER);
    bindingGroup.addAll(form.bindings());
  }

  @Override
  public String getStaticLabel() {
    return Texts.label(ELEMENT);
  }

  @Override
  public String getLabelResource() {
    return ELEMENT + ".label";
  }

  @Override
  public String getDocAnchor() {
    return Texts.anchor(ELEMENT);
  }

  @Override
  public TestElement makeTestElement() {
    return new AiFaultSwitch();
  }

  @Override
  public void assignDefaultValues(TestElement element) {
    super.assignDefaultValues(element);
    form.assignDefaults(element);
  }

  @Override
  public void clearGui() {
    super.clearGui();
    configure(createTestElement());
  }
}
