package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiMarker;
import java.awt.BorderLayout;
import org.apache.jmeter.samplers.gui.AbstractSamplerGui;
import org.apache.jmeter.testelement.TestElement;

/** The form of {@link AiMarker}. */
public final class AiMarkerGui extends AbstractSamplerGui {

  private static final String ELEMENT = "AiMarker";

  private final ElementForm form =
      new ElementForm(
          FormField.text(AiMarker.EXPECTED, ""),
          FormField.text(AiMarker.AMONG, ""),
          FormField.text(AiMarker.MESSAGE, ""));

  public AiMarkerGui() {
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
    return new AiMarker();
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
