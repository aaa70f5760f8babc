package dev.aiendpoint.choice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads weights.
 *
 * <pre>
 * weights = share { ("," | line end) share }      all with a name, or none
 * share   = [ name "=" ] number [ "%" ]           whole number 0 to 100; together 100
 * name    = name of a child | "nothing"           nothing: no child is chosen
 *
 * 60, 30, 10
 * explanation=60, chat=30, most popular=10
 * details=70 %, nothing=30 %
 * </pre>
 */
public final class WeightsParser {

  private static final String SUPPORTED =
      "60, 30, 10 in the order of the children, or chat=30, nothing=70";
  private static final Pattern SHARE =
      Pattern.compile("(?:(.*\\S)\\s*=\\s*)?(\\d{1,3})\\s*%?", Pattern.DOTALL);

  private WeightsParser() {}

  /**
   * The weights.
   *
   * @throws IllegalArgumentException with text, rule and examples
   */
  public static Weights parse(String text) {
    List<Weights.Share> shares = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int sum = 0;
    int named = 0;
    for (String part : text.strip().split("[,\\n]")) {
      Matcher share = SHARE.matcher(part.strip());
      if (!share.matches()) {
        throw problem(text, "whole percents");
      }
      String name = share.group(1) == null ? "" : share.group(1);
      if (!name.isEmpty()) {
        named++;
        if (!names.add(name)) {
          throw problem(text, "a name once each, and '" + name + "' is there twice");
        }
      }
      int percent = Integer.parseInt(share.group(2));
      sum += percent;
      shares.add(new Weights.Share(name, percent));
    }
    if (named != 0 && named != shares.size()) {
      throw problem(text, "either all with a name or all without");
    }
    if (sum != Weights.WHOLE) {
      throw problem(text, "100 together, and they are " + sum);
    }
    return new Weights(shares);
  }

  private static IllegalArgumentException problem(String text, String rule) {
    return new IllegalArgumentException(
        "weights was '" + text + "' but must be " + rule + "; supported: " + SUPPORTED);
  }
}
