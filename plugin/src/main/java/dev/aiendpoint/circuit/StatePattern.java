package dev.aiendpoint.circuit;

import dev.aiendpoint.exchange.CircuitState;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form that a sequence of states may have. Immutable.
 *
 * <pre>
 * pattern = item { "&gt;" item }
 * item    = state | "(" state { "&gt;" state } ")" [ "*" | "+" | "?" ]
 * state   = "CLOSED" | "OPEN" | "HALF_OPEN"
 * </pre>
 *
 * A group stands for what is in it: any number of times with {@code *}, at least once with {@code
 * +}, at most once with {@code ?}, else once. Examples:
 *
 * <pre>
 * CLOSED
 * CLOSED &gt; OPEN &gt; HALF_OPEN &gt; CLOSED
 * CLOSED &gt; OPEN &gt; (HALF_OPEN &gt; OPEN)* &gt; HALF_OPEN &gt; CLOSED
 * </pre>
 */
public final class StatePattern {

  private static final Map<String, Character> LETTERS =
      Map.of("CLOSED", 'C', "OPEN", 'O', "HALF_OPEN", 'H', "UNKNOWN", 'U');
  private static final Pattern PIECE = Pattern.compile("\\s*([A-Za-z_]+|\\)[*+?]?|[(>])\\s*");

  private final String text;
  private final Pattern letters;

  private StatePattern(String text, Pattern letters) {
    this.text = text;
    this.letters = letters;
  }

  /** A text that is no pattern, with the index of the mistake. */
  public static final class InvalidPatternException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int index;

    InvalidPatternException(int index, String message) {
      super(message);
      this.index = index;
    }

    public int index() {
      return index;
    }
  }

  /**
   * @throws InvalidPatternException with the first mistake
   */
  public static StatePattern parse(String text) throws InvalidPatternException {
    StringBuilder letters = new StringBuilder();
    Matcher piece = PIECE.matcher(text);
    boolean wantsState = true;
    boolean inGroup = false;
    int at = 0;
    while (at < text.length()) {
      if (!piece.region(at, text.length()).lookingAt()) {
        throw mistake(text, at);
      }
      String word = piece.group(1);
      if (word.equals(">") && !wantsState) {
        wantsState = true;
      } else if (word.equals("(") && wantsState && !inGroup) {
        letters.append("(?:");
        inGroup = true;
      } else if (word.startsWith(")") && !wantsState && inGroup) {
        letters.append(word);
        inGroup = false;
      } else if (wantsState && LETTERS.containsKey(word) && !word.equals("UNKNOWN")) {
        letters.append(LETTERS.get(word));
        wantsState = false;
      } else {
        throw mistake(text, piece.start(1));
      }
      at = piece.end();
    }
    if (wantsState || inGroup) {
      throw new InvalidPatternException(
          text.length(), wantsState ? "must have a state at the end" : "must have ')' at the end");
    }
    return new StatePattern(text.strip(), Pattern.compile(letters.toString()));
  }

  private static InvalidPatternException mistake(String text, int at) {
    return new InvalidPatternException(
        at,
        "must have states joined by '>', such as CLOSED > OPEN > (HALF_OPEN > OPEN)* > HALF_OPEN >"
            + " CLOSED, at '"
            + text.substring(at)
            + "'");
  }

  public boolean matches(List<CircuitState> states) {
    return letters
        .matcher(
            states.stream()
                .map(state -> LETTERS.get(state.name()).toString())
                .collect(Collectors.joining()))
        .matches();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatePattern pattern
        && pattern.letters.pattern().equals(letters.pattern());
  }

  @Override
  public int hashCode() {
    return letters.pattern().hashCode();
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }
}
