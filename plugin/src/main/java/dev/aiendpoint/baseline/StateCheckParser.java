package dev.aiendpoint.baseline;

import dev.aiendpoint.circuit.StatePattern;
import dev.aiendpoint.exchange.CircuitState;
import java.util.List;
import java.util.Optional;

/**
 * Reads checks on the states of a circuit, which are met or not.
 *
 * <pre>
 * check = "circuit.state" ( "==" | "!=" ) ( "CLOSED" | "OPEN" | "HALF_OPEN" )
 *       | "circuit.sequence" "==" pattern               see {@link StatePattern}
 * </pre>
 *
 * Examples:
 *
 * <pre>
 * circuit.state == CLOSED
 * circuit.state != HALF_OPEN
 * circuit.sequence == CLOSED > OPEN > (HALF_OPEN > OPEN)* > HALF_OPEN > CLOSED
 * </pre>
 */
final class StateCheckParser {

  static final String STATE = "circuit.state";
  static final String SEQUENCE = "circuit.sequence";

  private final String text;
  private final CheckScanner scanner;

  private StateCheckParser(String text, CheckScanner scanner) {
    this.text = text;
    this.scanner = scanner;
  }

  /** Empty when the check is about something else. */
  static Optional<Check> parse(String text) throws CheckSyntaxException {
    CheckScanner scanner = new CheckScanner(text);
    String name = scanner.word();
    if (!name.equals(STATE) && !name.equals(SEQUENCE)) {
      return Optional.empty();
    }
    StateCheckParser parser = new StateCheckParser(text, scanner);
    int start = scanner.position();
    Metric metric = name.equals(STATE) ? parser.state() : parser.sequence();
    return Optional.of(
        new Check(
            text,
            metric,
            new Limit(text.substring(start).stripTrailing(), new Comparison.Holds())));
  }

  private Metric state() throws CheckSyntaxException {
    boolean wanted = sign(List.of("==", "!=")).equals("==");
    int start = scanner.position();
    String word = scanner.word();
    for (CircuitState state : CircuitState.values()) {
      if (state.name().equals(word) && state != CircuitState.UNKNOWN) {
        scanner.expectEnd();
        return new CircuitMetric.InState(state, wanted);
      }
    }
    throw CheckScanner.unknown(
        start, "circuit state", word, List.of("CLOSED", "OPEN", "HALF_OPEN"));
  }

  private Metric sequence() throws CheckSyntaxException {
    sign(List.of("=="));
    int start = scanner.position();
    try {
      return new CircuitMetric.Sequence(StatePattern.parse(text.substring(start)));
    } catch (StatePattern.InvalidPatternException e) {
      throw new CheckSyntaxException(start + e.index(), e.getMessage());
    }
  }

  private String sign(List<String> supported) throws CheckSyntaxException {
    int start = scanner.position();
    String sign = scanner.sign();
    if (!supported.contains(sign)) {
      throw CheckScanner.unknown(start, "comparison", sign, supported);
    }
    return sign;
  }
}
