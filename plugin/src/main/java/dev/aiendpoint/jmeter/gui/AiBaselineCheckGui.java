package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiBaselineCheck;
import java.awt.BorderLayout;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.visualizers.gui.AbstractListenerGui;

/** The form of {@link AiBaselineCheck}. */
public final class AiBaselineCheckGui extends AbstractListenerGui {

  private static final String ELEMENT = "AiBaselineCheck";

  private final ElementForm form =
      new ElementForm(
          FormField.text(AiBaselineCheck.BASELINE, AiBaselineCheck.DEFAULT_BASELINE),
          FormField.text(AiBaselineCheck.RUN_DIR, AiBaselineCheck.DEFAULT_RUN_DIR));

  public AiBaselineCheckGui() {
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
    return new AiBaselineCheck();
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
