package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.classify.ResponseProfiles;
import dev.aiendpoint.jmeter.AiRequest;
import dev.aiendpoint.jmeter.AiResponseClassifier;
import java.awt.BorderLayout;
import org.apache.jmeter.processor.gui.AbstractPostProcessorGui;
import org.apache.jmeter.testelement.TestElement;

/** The form of {@link AiResponseClassifier}. */
public final class AiResponseClassifierGui extends AbstractPostProcessorGui {

  private static final String ELEMENT = "AiResponseClassifier";

  private final ElementForm form =
      new ElementForm(
          FormField.choice(
              AiResponseClassifier.PROFILE,
              AiRequest.DEFAULT_PROFILE,
              ResponseProfiles.bundledNames()),
          FormField.text(AiResponseClassifier.ACCEPTED_STATUSES, ""));

  public AiResponseClassifierGui() {
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
    return new AiResponseClassifier();
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
