package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiChoice;
import java.awt.BorderLayout;
import org.apache.jmeter.control.gui.AbstractControllerGui;
import org.apache.jmeter.testelement.TestElement;

/** The form of {@link AiChoice}. */
public final class AiChoiceGui extends AbstractControllerGui {

  private static final String ELEMENT = "AiChoice";

  private final ElementForm form =
      new ElementForm(
          FormField.text(AiChoice.WEIGHTS, ""),
          FormField.choice(AiChoice.DECK, AiChoice.DEFAULT_DECK, AiChoice.DECKS),
          FormField.number(AiChoice.SEED, AiChoice.DEFAULT_SEED));

  public AiChoiceGui() {
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
    return new AiChoice();
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
