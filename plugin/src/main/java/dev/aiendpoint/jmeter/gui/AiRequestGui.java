package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.classify.ResponseProfiles;
import dev.aiendpoint.jmeter.AiRequest;
import dev.aiendpoint.wire.WireFormats;
import java.awt.Component;
import java.awt.Container;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.border.TitledBorder;
import org.apache.jmeter.protocol.http.control.gui.HttpTestSampleGui;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerBaseSchema;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The form of {@link AiRequest}: JMeter's own HTTP Request form with a tab for what is particular
 * to AI answers, and without the settings that have no meaning there.
 */
public final class AiRequestGui extends HttpTestSampleGui {

  private static final String ELEMENT = "AiRequest";
  private static final HTTPSamplerBaseSchema HTTP = HTTPSamplerBaseSchema.INSTANCE;

  /**
   * An AI request is one sample without parts, its body is kept, and HttpClient 4 does the work.
   */
  private static final List<PropertyDescriptor<?, ?>> WITHOUT_MEANING =
      List.of(
          HTTP.getRetrieveEmbeddedResources(),
          HTTP.getConcurrentDownload(),
          HTTP.getConcurrentDownloadPoolSize(),
          HTTP.getEmbeddedUrlAllowRegex(),
          HTTP.getEmbeddedUrlExcludeRegex(),
          HTTP.getStoreAsMD5(),
          HTTP.getImplementation());

  // Set while the superclass builds itself: an initialiser here would undo that.
  private ElementForm form;

  public AiRequestGui() {
    bindingGroup.addAll(form.bindings());
  }

  @Override
  protected JTabbedPane createTabbedConfigPane() {
    JTabbedPane tabs = super.createTabbedConfigPane();
    hidePanel(tabs, JMeterUtils.getResString("web_server_client"));
    form =
        new ElementForm(
            FormField.choice(
                AiRequest.WIRE_FORMAT, AiRequest.DEFAULT_WIRE_FORMAT, WireFormats.names()),
            FormField.choice(
                AiRequest.PROFILE, AiRequest.DEFAULT_PROFILE, ResponseProfiles.bundledNames()),
            FormField.text(AiRequest.ACCEPTED_STATUSES, ""),
            FormField.number(AiRequest.DEADLINE_MILLIS, AiRequest.DEFAULT_DEADLINE_MILLIS),
            FormField.number(AiRequest.STALL_MILLIS, AiRequest.DEFAULT_STALL_MILLIS));
    form.setBorder(BorderFactory.createEmptyBorder(12, 10, 5, 10));
    tabs.insertTab(Texts.get("AiRequest.tab"), null, form, null, 1);
    return tabs;
  }

  @Override
  protected Container makeTitlePanel() {
    return ElementForm.titled(super.makeTitlePanel(), ELEMENT);
  }

  /** JMeter fills the fields of this panel, so it must exist. */
  @Override
  protected JPanel createEmbeddedRsrcPanel() {
    return hidden(super.createEmbeddedRsrcPanel());
  }

  @Override
  protected JPanel createOptionalTasksPanel() {
    return hidden(super.createOptionalTasksPanel());
  }

  private static <T extends JComponent> T hidden(T panel) {
    panel.setVisible(false);
    return panel;
  }

  /** Hides the panel of that title, which JMeter offers no method for. */
  private static void hidePanel(Container within, String title) {
    for (Component part : within.getComponents()) {
      if (part instanceof JComponent panel
          && panel.getBorder() instanceof TitledBorder border
          && title.equals(border.getTitle())) {
        hidden(panel);
      } else if (part instanceof Container deeper) {
        hidePanel(deeper, title);
      }
    }
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
    return new AiRequest();
  }

  @Override
  public void assignDefaultValues(TestElement element) {
    super.assignDefaultValues(element);
    // JMeter follows redirects itself at the price of a sub-result each; the HTTP client has none.
    element.removeProperty(HTTP.getFollowRedirects());
    element.set(HTTP.getAutoRedirects(), true);
    form.assignDefaults(element);
  }

  @Override
  public void modifyTestElement(TestElement element) {
    super.modifyTestElement(element);
    WITHOUT_MEANING.forEach(element::removeProperty);
  }

  @Override
  public void clearGui() {
    super.clearGui();
    configure(createTestElement());
  }
}
