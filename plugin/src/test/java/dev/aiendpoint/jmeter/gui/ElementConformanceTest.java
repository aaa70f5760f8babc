package dev.aiendpoint.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.jmeter.JMeterHome;
import dev.aiendpoint.sample.SampleColumn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jmeter.config.ConfigElement;
import org.apache.jmeter.control.Controller;
import org.apache.jmeter.gui.JMeterGUIComponent;
import org.apache.jmeter.gui.util.MenuFactory;
import org.apache.jmeter.processor.PostProcessor;
import org.apache.jmeter.processor.PreProcessor;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.CollectionProperty;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.timers.Timer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What JMeter expects of every element and its form, as its own JMeterTest checks it. */
class ElementConformanceTest {

  private static final Map<Class<?>, String> MENUS =
      Map.of(
          Sampler.class, MenuFactory.SAMPLERS,
          Controller.class, MenuFactory.CONTROLLERS,
          PreProcessor.class, MenuFactory.PRE_PROCESSORS,
          PostProcessor.class, MenuFactory.POST_PROCESSORS,
          ConfigElement.class, MenuFactory.CONFIG_ELEMENTS,
          Timer.class, MenuFactory.TIMERS,
          SampleListener.class, MenuFactory.LISTENERS,
          AbstractThreadGroup.class, MenuFactory.THREADS);

  @BeforeAll
  static void prepare() {
    JMeterHome.use();
  }

  static List<ElementClass> elements() {
    return ElementClass.all();
  }

  @Test
  void shouldFindTheElementsOfThisPlugin() {
    assertThat(elements())
        .extracting(ElementClass::toString)
        .contains(
            "AiRequest",
            "AiResponseClassifier",
            "AiEndpoint",
            "AiTestUser",
            "AiThinkTime",
            "AiBaselineCheck",
            "PhasedThreadGroup");
  }

  @Test
  void shouldHaveNoFormWithoutAnElement() {
    assertThat(ElementClass.forms())
        .extracting(Class::getName)
        .containsExactlyInAnyOrderElementsOf(
            elements().stream().map(ElementClass::formName).toList());
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldHaveAFormThatMakesIt(ElementClass element) {
    TestElement made = element.newForm().createTestElement();

    assertThat(made).isExactlyInstanceOf(element.type());
    assertThat(made.getPropertyAsString(TestElement.GUI_CLASS)).isEqualTo(element.formName());
    assertThat(made.getPropertyAsString(TestElement.TEST_CLASS))
        .isEqualTo(element.type().getName());
    assertThat(made.isEnabled()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldHaveANameAMenuAndAPlaceInTheDocumentation(ElementClass element) {
    JMeterGUIComponent form = element.newForm();

    assertThat(form.getStaticLabel()).isNotBlank().doesNotContain("[");
    assertThat(form.getName()).isEqualTo(form.getStaticLabel());
    assertThat(form.createTestElement().getName()).isEqualTo(form.getStaticLabel());
    assertThat(form.getLabelResource()).isNotBlank();
    assertThat(form.getDocAnchor()).isEqualTo(form.getStaticLabel().replace(' ', '_'));
    assertThat(form.getMenuCategories())
        .as("menus")
        .hasSize(1)
        .isSubsetOf(
            MENUS.keySet().stream()
                .filter(kind -> kind.isAssignableFrom(element.type()))
                .map(MENUS::get)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldStartFromItsDefaults(ElementClass element) {
    TestElement made = element.newForm().createTestElement();

    element
        .defaults()
        .forEach((key, text) -> assertThat(made.getPropertyAsString(key)).as(key).isEqualTo(text));
    element.tables().forEach(key -> assertThat(table(made, key)).as(key).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldShowEveryPropertyAndKeepVariablesAsTheyAre(ElementClass element) {
    JMeterGUIComponent form = element.newForm();
    TestElement shown = filled(element, form);

    form.configure(shown);
    TestElement stored = form.createTestElement();
    form.modifyTestElement(stored);

    assertThat(own(element, stored)).isEqualTo(own(element, shown));
    assertThat(own(element, stored).values().toString().split("[\\[\\], ]+"))
        .filteredOn(text -> !text.isEmpty())
        .allMatch(text -> text.startsWith("${test_"));
    assertThat(own(element, stored)).hasSameSizeAs(element.keys());
    assertThat(stored.getName()).isEqualTo("A name");
    assertThat(stored.getComment()).isEqualTo("A comment");
    assertThat(stored.isEnabled()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldHaveNoPropertyForAnEmptyField(ElementClass element) {
    JMeterGUIComponent form = element.newForm();
    TestElement bare = form.createTestElement();
    element.keys().forEach(bare::removeProperty);

    form.configure(filled(element, form));
    form.configure(bare);
    TestElement stored = form.createTestElement();
    form.modifyTestElement(stored);

    assertThat(ElementContent.of(stored)).doesNotContainKeys(element.keys().toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldForgetTheLastElementWhenCleared(ElementClass element) {
    JMeterGUIComponent form = element.newForm();
    form.configure(filled(element, form));

    form.clearGui();
    TestElement stored = form.makeTestElement();
    form.modifyTestElement(stored);

    assertThat(ElementContent.of(stored)).isEqualTo(ElementContent.of(form.createTestElement()));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldNotChangeWhatIsOnlyLookedAt(ElementClass element) {
    JMeterGUIComponent form = element.newForm();
    TestElement looked = form.createTestElement();

    form.configure(looked);
    assertThat(ElementContent.of(looked)).isEqualTo(ElementContent.of(form.createTestElement()));

    form.modifyTestElement(looked);
    assertThat(ElementContent.of(looked)).isEqualTo(ElementContent.of(form.createTestElement()));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldKeepNoHoldOnTheElementsItMade(ElementClass element) {
    JMeterGUIComponent form = element.newForm();
    TestElement first = form.createTestElement();
    TestElement second = form.createTestElement();

    form.configure(first);
    first.setProperty("other", "value");
    form.modifyTestElement(second);

    assertThat(ElementContent.of(second)).doesNotContainKey("other");
    assertThat(first.getPropertyAsString("other")).isEqualTo("value");
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldBeTheSameAfterSaveAndLoad(ElementClass element) throws IOException {
    TestElement saved = filled(element, element.newForm());
    ByteArrayOutputStream jmx = new ByteArrayOutputStream();

    SaveService.saveElement(saved, jmx);
    TestElement loaded =
        (TestElement) SaveService.loadElement(new ByteArrayInputStream(jmx.toByteArray()));

    assertThat(jmx.toString(StandardCharsets.UTF_8))
        .contains("guiclass=\"" + element.formName() + "\"")
        .contains("<" + element.type().getName() + " ");
    assertThat(ElementContent.of(loaded)).isEqualTo(ElementContent.of(saved));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldBeTheSameWhenCloned(ElementClass element) {
    TestElement original = filled(element, element.newForm());

    TestElement copy = (TestElement) original.clone();

    assertThat(copy).isExactlyInstanceOf(element.type()).isNotSameAs(original);
    assertThat(ElementContent.of(copy)).isEqualTo(ElementContent.of(original));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldBeTheSameAfterATripToAnotherEngine(ElementClass element) throws Exception {
    TestElement sent = filled(element, element.newForm());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(ElementContent.of((TestElement) in.readObject()))
          .isEqualTo(ElementContent.of(sent));
    }
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldExplainItselfAndEachOfItsProperties(ElementClass element) {
    assertThat(Texts.find(element + ".note")).as("note").isNotBlank();
    for (String key : element.keys()) {
      assertThat(Texts.find(key + ".label")).as(key + ".label").isNotBlank();
      assertThat(Texts.find(key + ".help")).as(key + ".help").isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldBeInTheReferenceOfElements(ElementClass element) throws IOException {
    String reference = Files.readString(Path.of("..", "docs", "elements.md"));

    String label = Texts.label(element.toString());
    assertThat(reference)
        .contains("\n## " + label + "\n")
        .contains(
            "\n| [" + label + "](#" + label.toLowerCase(Locale.ROOT).replace(' ', '-') + ") |");
    element
        .defaults()
        .forEach(
            (key, defaultValue) ->
                assertThat(reference)
                    .contains(
                        "| `"
                            + key
                            + "` | "
                            + (defaultValue.isEmpty() ? "empty" : "`" + defaultValue + "` |")));
    TestElement made = element.newForm().createTestElement();
    for (String key : element.tables()) {
      String rows =
          table(made, key).stream()
              .map(row -> "`" + String.join("`, `", row) + "`")
              .collect(Collectors.joining("; "));
      assertThat(reference).contains("| `" + key + "` | " + rows + " |");
    }
  }

  @Test
  void shouldNameEveryColumnInTheReferenceOfElements() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "elements.md")))
        .contains("sample_variables=" + SampleColumn.sampleVariables() + "\n")
        .contains(
            Stream.of(SampleColumn.values())
                .map(column -> "| `" + column.variable() + "` | ")
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldHaveItsPictureInTheReferenceOfElements(ElementClass element) throws IOException {
    String picture =
        "pictures/" + Texts.label(element.toString()).toLowerCase(Locale.ROOT).replace(' ', '-');

    assertThat(Files.readString(Path.of("..", "docs", "elements.md")))
        .contains("](" + picture + ".png)");
    assertThat(Path.of("..", "docs", picture + ".png")).isNotEmptyFile();
  }

  /**
   * An element with a variable in every property and in every cell of its tables, which get a
   * second row, a name, a comment, and disabled.
   */
  private static TestElement filled(ElementClass element, JMeterGUIComponent form) {
    TestElement filled = form.createTestElement();
    element.defaults().keySet().forEach(key -> filled.setProperty(key, "${test_" + key + "}"));
    for (String key : element.tables()) {
      int columns = table(filled, key).get(0).size();
      CollectionProperty rows = new CollectionProperty(key, new ArrayList<>());
      for (int row = 0; row < 2; row++) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
          cells.add("${test_" + key + "_" + row + "_" + column + "}");
        }
        rows.addItem(cells);
      }
      filled.setProperty(rows);
    }
    filled.setName("A name");
    filled.setComment("A comment");
    filled.setEnabled(false);
    return filled;
  }

  private static List<List<String>> table(TestElement test, String key) {
    List<List<String>> rows = new ArrayList<>();
    for (JMeterProperty row : (CollectionProperty) test.getProperty(key)) {
      List<String> cells = new ArrayList<>();
      ((CollectionProperty) row).forEach(cell -> cells.add(cell.getStringValue()));
      rows.add(cells);
    }
    return rows;
  }

  private static Map<String, Object> own(ElementClass element, TestElement test) {
    Map<String, Object> own = ElementContent.of(test);
    own.keySet().retainAll(element.keys());
    return own;
  }
}
