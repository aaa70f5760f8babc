package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiEndpoint;
import java.awt.BorderLayout;
import java.util.List;
import org.apache.jmeter.config.gui.AbstractConfigGui;
import org.apache.jmeter.testelement.TestElement;

/** The form of {@link AiEndpoint}. */
public final class AiEndpointGui extends AbstractConfigGui {

  private static final String ELEMENT = "AiEndpoint";

  private final ElementForm form =
      new ElementForm(
          FormField.text(AiEndpoint.BASE_URL, AiEndpoint.DEFAULT_BASE_URL),
          FormField.choice(
              AiEndpoint.ALLOW_REMOTE,
              AiEndpoint.DEFAULT_ALLOW_REMOTE,
              List.of(AiEndpoint.DEFAULT_ALLOW_REMOTE, "false", "true")),
          FormField.text(AiEndpoint.STAND_IN_JAR, AiEndpoint.DEFAULT_STAND_IN_JAR));

  public AiEndpointGui() {
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
    return new AiEndpoint();
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
