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
import java.util.TreeMap;
import org.apache.jmeter.gui.JMeterGUIComponent;
import org.apache.jmeter.testelement.TestElement;

/**
 * A test element of this plugin, as found in its classes: the keys of its properties are the
 * constants whose values begin with its name, their defaults the constants {@code DEFAULT_…}.
 */
record ElementClass(Class<?> type) {

  private static final String PACKAGE = "dev.aiendpoint.jmeter";
  private static final List<JavaClass> CLASSES = scan();

  /** Every one there is, sorted by name. */
  static List<ElementClass> all() {
    return CLASSES.stream()
        .filter(found -> found.isAssignableTo(TestElement.class))
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

  /** Property keys, each with its default: empty when there is none. */
  Map<String, String> defaults() {
    // The classifier shares the settings of the request, and with them their defaults.
    Map<String, String> constants = new TreeMap<>(constants(AiRequest.class));
    constants.putAll(constants(type));
    Map<String, String> defaults = new TreeMap<>();
    constants.forEach(
        (name, value) -> {
          if (value.startsWith(type.getSimpleName() + ".")) {
            defaults.put(value, constants.getOrDefault("DEFAULT_" + name, ""));
          }
        });
    return defaults;
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
