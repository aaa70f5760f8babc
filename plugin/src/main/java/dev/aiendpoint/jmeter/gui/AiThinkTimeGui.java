package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiThinkTime;
import java.awt.BorderLayout;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.timers.gui.AbstractTimerGui;

/** The form of {@link AiThinkTime}. */
public final class AiThinkTimeGui extends AbstractTimerGui {

  private static final String ELEMENT = "AiThinkTime";

  private final ElementForm form =
      new ElementForm(
          FormField.number(AiThinkTime.SHORTEST_MILLIS, AiThinkTime.DEFAULT_SHORTEST_MILLIS),
          FormField.number(AiThinkTime.LONGEST_MILLIS, AiThinkTime.DEFAULT_LONGEST_MILLIS));

  public AiThinkTimeGui() {
    setLayout(new BorderLayout(0, 12));
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
    return new AiThinkTime();
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
