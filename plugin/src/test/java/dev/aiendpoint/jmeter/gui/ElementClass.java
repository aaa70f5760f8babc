package dev.aiendpoint.jmeter.gui;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.aiendpoint.jmeter.AiRequest;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jmeter.gui.JMeterGUIComponent;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.MultiProperty;

/**
 * A test element of this plugin, as found in its classes: the keys of its properties are the
 * constants whose values begin with its name, their defaults the constants {@code DEFAULT_…}.
 */
record ElementClass(Class<?> type) {

  private static final String PACKAGE = "dev.aiendpoint.jmeter";
  private static final List<JavaClass> CLASSES = scan();

  /** Every one there is, sorted by name; controllers that elements make for themselves are none. */
  static List<ElementClass> all() {
    return CLASSES.stream()
        .filter(found -> found.isAssignableTo(TestElement.class))
        .filter(found -> found.getPackageName().equals(PACKAGE))
        .map(found -> new ElementClass(found.reflect()))
        .toList();
  }

  /** The forms there are, by class. */
  static List<Class<?>> forms() {
    return CLASSES.stream()
        .filter(found -> found.isAssignableTo(JMeterGUIComponent.class))
        .<Class<?>>map(JavaClass::reflect)
        .toList();
  }

  private static List<JavaClass> scan() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PACKAGE)
            .stream()
            .filter(found -> found.isTopLevelClass())
            .filter(found -> !found.getModifiers().contains(JavaModifier.ABSTRACT))
            .sorted(Comparator.comparing(JavaClass::getName))
            .toList();
  }

  String formName() {
    return PACKAGE + ".gui." + type.getSimpleName() + "Gui";
  }

  JMeterGUIComponent newForm() {
    try {
      return (JMeterGUIComponent) Class.forName(formName()).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getSimpleName() + " has no form " + formName(), e);
    }
  }

  /** Keys of the properties that hold a table: what a new element has there is one. */
  List<String> tables() {
    TestElement made = newForm().createTestElement();
    return keys().stream().filter(key -> made.getProperty(key) instanceof MultiProperty).toList();
  }

  /** Keys of the properties that hold a text, each with its default: empty when there is none. */
  Map<String, String> defaults() {
    Map<String, String> defaults = constantDefaults();
    tables().forEach(defaults::remove);
    return defaults;
  }

  Set<String> keys() {
    return constantDefaults().keySet();
  }

  private Map<String, String> constantDefaults() {
    // The classifier shares the settings of the request, and with them their defaults.
    Map<String, String> constants = new TreeMap<>(constants(AiRequest.class));
    constants.putAll(constants(type));
    Map<String, String> keys = new TreeMap<>();
    constants.forEach(
        (name, value) -> {
          if (value.startsWith(type.getSimpleName() + ".")) {
            keys.put(value, constants.getOrDefault("DEFAULT_" + name, ""));
          }
        });
    return keys;
  }

  private static Map<String, String> constants(Class<?> type) {
    Map<String, String> constants = new TreeMap<>();
    for (Field field : type.getDeclaredFields()) {
      int modifiers = field.getModifiers();
      if (Modifier.isPublic(modifiers)
          && Modifier.isStatic(modifiers)
          && field.getType() == String.class) {
        try {
          constants.put(field.getName(), (String) field.get(null));
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
    return constants;
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
