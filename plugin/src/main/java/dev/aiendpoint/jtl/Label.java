package dev.aiendpoint.jtl;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sample label.
 *
 * @param text the label
 * @param parent the label of the sample that it would be a sub-result of, by JMeter's naming {@code
 *     <parent>-<number>}
 */
record Label(String text, Optional<String> parent) {

  private static final Pattern SUB_RESULT = Pattern.compile("(?s)(.+)-\\d{1,9}");

  static Label of(String text) {
    Matcher name = SUB_RESULT.matcher(text);
    return new Label(text, name.matches() ? Optional.of(name.group(1)) : Optional.empty());
  }
}
