package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.AiDataFeed;
import java.awt.BorderLayout;
import org.apache.jmeter.processor.gui.AbstractPreProcessorGui;
import org.apache.jmeter.testelement.TestElement;

/** The form of {@link AiDataFeed}. */
public final class AiDataFeedGui extends AbstractPreProcessorGui {

  private static final String ELEMENT = "AiDataFeed";

  private final ElementForm form =
      new ElementForm(FormField.text(AiDataFeed.FILE, AiDataFeed.DEFAULT_FILE));

  public AiDataFeedGui() {
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
    return new AiDataFeed();
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
