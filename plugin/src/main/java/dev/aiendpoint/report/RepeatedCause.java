package dev.aiendpoint.report;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens the messages of a table whose rows fail for one and the same cause: the first row tells
 * it, the others name that row. In the files every message stands alone.
 */
final class RepeatedCause {

  /** The end of what was observed; what follows is the cause. */
  private static final Pattern OBSERVED = Pattern.compile("( needed|\\(n = [^)]*\\)): (?=\\S)");

  private final Map<String, String> firstRowByCause = new HashMap<>();

  /** The message of a row, in the order of rows. */
  String shortened(String row, String message) {
    Matcher observed = OBSERVED.matcher(message);
    if (!observed.find()) {
      return message;
    }
    String cause = message.substring(observed.end());
    String first = firstRowByCause.putIfAbsent(cause, row);
    return first == null ? message : message.substring(0, observed.end()) + "the same as " + first;
  }
}
