package dev.aiendpoint.jmeter.gui;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The words of the forms, in the language that JMeter is set to. A translation is a file {@code
 * Texts_<language>.properties} next to {@code Texts.properties}; what it leaves out is English.
 *
 * <p>Keys: {@code <element>.label} and {@code <element>.note}; {@code <property>.label}, {@code
 * <property>.help} and, where there is one, {@code <property>.unit}.
 */
final class Texts {

  private static final String BUNDLE = "dev.aiendpoint.jmeter.gui.Texts";

  /** Properties only: a bundle class of that name would be this one. */
  private static final Control CONTROL = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private Texts() {}

  /** The text of a key; the key itself in brackets when there is none, as JMeter does it. */
  static String get(String key) {
    return in(JMeterUtils.getLocale(), key);
  }

  /** The text, or an empty one. */
  static String find(String key) {
    ResourceBundle bundle = bundle(JMeterUtils.getLocale());
    return bundle.containsKey(key) ? bundle.getString(key) : "";
  }

  /** An element's name in the menus. */
  static String label(String element) {
    return get(element + ".label");
  }

  /** An element's place in the documentation, which is the same in every language. */
  static String anchor(String element) {
    return in(Locale.ROOT, element + ".label").replace(' ', '_');
  }

  private static String in(Locale locale, String key) {
    ResourceBundle bundle = bundle(locale);
    return bundle.containsKey(key) ? bundle.getString(key) : "[" + key + "]";
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), CONTROL);
  }
}
