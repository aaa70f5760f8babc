package dev.aiendpoint.baseline;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a check piece by piece; blanks between pieces are passed over. Not for several threads. */
final class CheckScanner {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Pattern SIGN = Pattern.compile("[<>=!]+");
  private static final Pattern UNIT = Pattern.compile("%|/?[A-Za-z]+");

  private final String text;
  private int at;

  CheckScanner(String text) {
    this.text = text;
  }

  /** Where the next piece begins. */
  int position() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  boolean isAtEnd() {
    return position() == text.length();
  }

  /** A name such as {@code p99.9}; empty text when none stands here. */
  String word() {
    return next(WORD);
  }

  /** Comparison signs; empty text when none stand here. */
  String sign() {
    return next(SIGN);
  }

  /** A unit; empty text when none stands here. */
  String unit() {
    return next(UNIT);
  }

  BigDecimal number(String what) throws CheckSyntaxException {
    int start = position();
    String number = next(NUMBER);
    if (number.isEmpty()) {
      throw new CheckSyntaxException(
          start, "must have " + what + ", a number that is not negative, at " + rest(start));
    }
    return new BigDecimal(number);
  }

  /** Passes over {@code literal} when it stands here. */
  boolean accept(String literal) {
    if (!text.startsWith(literal, position())) {
      return false;
    }
    at += literal.length();
    return true;
  }

  void expect(String literal) throws CheckSyntaxException {
    if (!accept(literal)) {
      throw new CheckSyntaxException(
          position(), "must have '" + literal + "' at " + rest(position()));
    }
  }

  /** Everything up to the bracket that closes the one already read, without outer blanks. */
  String argument() throws CheckSyntaxException {
    int start = position();
    int open = 1;
    for (int i = start; i < text.length(); i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (open == 0) {
        at = i + 1;
        return text.substring(start, i).strip();
      }
    }
    throw new CheckSyntaxException(text.length(), "must have ')' at the end");
  }

  void expectEnd() throws CheckSyntaxException {
    if (!isAtEnd()) {
      throw new CheckSyntaxException(position(), "must end before " + rest(position()));
    }
  }

  /** The text from an index, as messages name it. */
  String rest(int from) {
    return from >= text.length() ? "the end" : "'" + text.substring(from) + "'";
  }

  String since(int from) {
    return text.substring(from, at).strip();
  }

  static CheckSyntaxException unknown(int index, String name, String word, List<String> supported) {
    return new CheckSyntaxException(
        index,
        "must have a known "
            + name
            + ", not '"
            + word
            + "'"
            + Suggestion.didYouMean(word, supported),
        supported);
  }

  private String next(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position(), text.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    at = matcher.end();
    return matcher.group();
  }
}
