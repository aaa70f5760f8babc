package dev.aiendpoint.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.jmeter.AiRequest;
import dev.aiendpoint.jmeter.JMeterHome;
import java.util.List;
import javax.swing.JComboBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldTest {

  private static final String KEY = AiRequest.WIRE_FORMAT;

  private final AiRequest element = new AiRequest();

  @BeforeAll
  static void prepare() {
    JMeterHome.use();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "${format}", "${__P(format,gemini)}", " auto ", "no such format"})
  void shouldKeepAnyTextAsItIs(String value) {
    for (FormField field : List.of(text(), number(), choice())) {
      element.setProperty(KEY, value);
      field.updateUi(element);
      element.removeProperty(KEY);

      field.updateElement(element);

      assertThat(element.getPropertyAsString(KEY)).isEqualTo(value);
    }
  }

  @Test
  void shouldTakeWhatIsTypedIntoAChoiceButNotConfirmed() {
    FormField choice = choice();
    list(choice).getEditor().setItem("${typed}");

    choice.updateElement(element);

    assertThat(element.getPropertyAsString(KEY)).isEqualTo("${typed}");
  }

  @Test
  void shouldForgetWhatWasTypedOverAChoiceWhenTheNextElementHasTheSameValue() {
    FormField choice = choice();
    element.setProperty(KEY, "auto");
    choice.updateUi(element);
    list(choice).getEditor().setItem("typed into another element's form");

    choice.updateUi(element);
    choice.updateElement(element);

    assertThat(element.getPropertyAsString(KEY)).isEqualTo("auto");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void shouldRemoveThePropertyWhenNothingIsWritten(String value) {
    FormField text = text();
    element.setProperty(KEY, value);
    text.updateUi(element);
    element.setProperty(KEY, "gemini");

    text.updateElement(element);

    assertThat(element.getPropertyOrNull(KEY)).isNull();
  }

  @Test
  void shouldNameItsDefaultInTheToolTip() {
    assertThat(choice().editor().getToolTipText()).isEqualTo("Default: auto");
    assertThat(FormField.text(AiRequest.ACCEPTED_STATUSES, "").editor().getToolTipText())
        .isEqualTo("Default: empty");
  }

  private static FormField text() {
    return FormField.text(KEY, "auto");
  }

  private static FormField number() {
    return FormField.number(KEY, "auto");
  }

  private static FormField choice() {
    return FormField.choice(KEY, "auto", List.of("auto", "gemini"));
  }

  private static JComboBox<?> list(FormField choice) {
    return (JComboBox<?>) choice.editor();
  }
}
