package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiTestUser;
import java.awt.BorderLayout;
import org.apache.jmeter.config.gui.AbstractConfigGui;
import org.apache.jmeter.testelement.TestElement;

/** The form of {@link AiTestUser}. */
public final class AiTestUserGui extends AbstractConfigGui {

  private static final String ELEMENT = "AiTestUser";

  private final ElementForm form =
      new ElementForm(
          FormField.text(AiTestUser.SESSIONS, AiTestUser.DEFAULT_SESSIONS),
          FormField.text(AiTestUser.COOKIE_NAME, AiTestUser.DEFAULT_COOKIE_NAME),
          FormField.text(AiTestUser.BEARER, AiTestUser.DEFAULT_BEARER));

  public AiTestUserGui() {
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
    return new AiTestUser();
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
