package dev.aiendpoint.baseline;

import java.util.Optional;

/**
 * Reads the text of a {@code check} or a {@code target}.
 *
 * <pre>
 * check      = metric comparison
 *            | a check on states                       {@link StateCheckParser}
 * metric     = pNN "(" duration ")"                    p50, p95, p99.9: a percentile
 *            | ( "min" | "mean" | "max" ) "(" duration ")"
 *            | "rate" "(" ( part | "goodput" ) ")"     in %
 *            | "count" "(" ( "samples" | part ) ")"
 *            | "share" "(" ( "READ" | "AI" | "WRITE" | label pattern ) ")"   in %
 *            | "throughput"                            samples a second
 *            | "max" "(" "users" ")"
 *            | "sum" "(" ( "cost" | "tokens_in" | "tokens_out" ) ")"
 *            | "count" "(" ( "circuit.opened" | "circuit.reopened" | "circuit.failures_before_open" ) ")"
 *            | ( "min" | "mean" | "max" ) "(" ( "circuit.open" | "circuit.time_to_open" ) ")"
 *            | "rate" "(" "circuit.refused" ")"
 *            | ( "count" | "rate" ) "(" "arrivals.dropped" ")"
 *            | "count" "(" "ratelimit.broken" ")" | "max" "(" "ratelimit.length" ")"
 * duration   = "elapsed" | "ttft" | "tpot" | "icl" | "icl_max" | "from_intended"
 * part       = "errors" | "success" | "cache" "=" status | "outcome" "=" outcome { "," outcome }
 * comparison = ( "&lt;" | "&lt;=" | ">" | ">=" | "==" | "!=" ) value
 *            | "within" value ( "+-" | "±" ) margin    a share's margin is in pp
 *            | "between" value "and" value             both ends included
 *            | order "observed" [ change ]             against the figure of the promoted run
 * order      = "&lt;" | "&lt;=" | ">" | ">="
 * change     = ( "+" | "-" ) number ( "%" | "pp" )     pp for rates and shares, % for the rest
 * value      = number unit
 * unit       = "ms" | "s" | "min"                      durations
 *            | "%"                                     rates and shares
 *            | "/s"                                    throughput
 *            | nothing                                 counts, users and sums
 * </pre>
 *
 * A target is a comparison alone, never with {@code observed}. Words count in case; blanks between
 * words do not matter. Examples:
 *
 * <pre>
 * p95(elapsed) &lt; 5 s
 * rate(cache=HIT) > 30 %
 * share(AI) within 30 % +- 2 pp
 * p95(elapsed) &lt;= observed + 10 %
 * rate(cache=HIT) >= observed - 5 pp
 * </pre>
 *
 * A limit that every figure meets, such as {@code rate(errors) <= 100 %}, is refused: it could not
 * fail.
 */
public final class CheckParser {

  private CheckParser() {}

  /**
   * @throws CheckSyntaxException with the index of the first mistake
   */
  public static Check parse(String text) throws CheckSyntaxException {
    Optional<Check> ofStates = StateCheckParser.parse(text);
    if (ofStates.isPresent()) {
      return ofStates.get();
    }
    CheckScanner scanner = new CheckScanner(text);
    Metric metric = new MetricParser(scanner).metric();
    return new Check(text, metric, ComparisonParser.parse(scanner, metric.dimension()));
  }

  /**
   * @param dimension of the metric that the target is for
   * @throws CheckSyntaxException with the index of the first mistake
   */
  public static Limit parseTarget(String text, Dimension dimension) throws CheckSyntaxException {
    if (dimension == Dimension.WORDS) {
      throw new CheckSyntaxException(0, "must be absent, since a state is met or not");
    }
    Limit target = ComparisonParser.parse(new CheckScanner(text), dimension);
    if (target.comparison() instanceof Comparison.OfObserved) {
      throw new CheckSyntaxException(
          text.indexOf(ComparisonParser.OBSERVED),
          "must be a value: only the limit of a check can be relative to the promoted run");
    }
    return target;
  }
}
