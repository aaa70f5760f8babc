package dev.aiendpoint.baseline;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.TimingMetric;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the metric of a check; grammar: {@link CheckParser}. */
final class MetricParser {

  private static final Pattern PERCENTILE = Pattern.compile("p\\d+(\\.\\d+)?");
  private static final List<String> METRICS =
      List.of(
          "p50(…)",
          "p95(…)",
          "p99(…)",
          "p99.9(…)",
          "min(…)",
          "mean(…)",
          "max(…)",
          "rate(…)",
          "count(…)",
          "share(…)",
          "throughput",
          "max(users)",
          "sum(…)",
          "circuit.state",
          "circuit.sequence");
  private static final List<String> NAMES =
      List.of(
          "p95",
          "min",
          "mean",
          "max",
          "rate",
          "count",
          "share",
          "throughput",
          "sum",
          "circuit.state",
          "circuit.sequence");

  private static final String CIRCUIT = "circuit.";
  private static final String ARRIVALS = "arrivals.";
  private static final String RATE_LIMIT = "ratelimit.";

  private final CheckScanner scanner;

  MetricParser(CheckScanner scanner) {
    this.scanner = scanner;
  }

  Metric metric() throws CheckSyntaxException {
    int start = scanner.position();
    String name = scanner.word();
    if (PERCENTILE.matcher(name).matches()) {
      return percentile(start, name);
    }
    return switch (name) {
      case "min" -> extreme(Metric.Extreme.Kind.MIN);
      case "mean" -> extreme(Metric.Extreme.Kind.MEAN);
      case "max" -> max();
      case "rate" -> rate();
      case "count" -> count();
      case "share" -> share();
      case "throughput" -> new Metric.Throughput();
      case "sum" -> sum();
      default ->
          throw new CheckSyntaxException(
              start,
              "must begin with a known metric, not "
                  + (name.isEmpty() ? scanner.rest(start) : "'" + name + "'")
                  + Suggestion.didYouMean(name, NAMES),
              METRICS);
    };
  }

  private Metric percentile(int start, String name) throws CheckSyntaxException {
    double percentile = Double.parseDouble(name.substring(1));
    if (percentile <= 0 || percentile >= 100) {
      throw new CheckSyntaxException(
          start,
          "must have a percentile between 0 and 100, such as p95; use min or max for the ends");
    }
    scanner.expect("(");
    Metric metric = new Metric.Percentile(percentile, timing(List.of()));
    scanner.expect(")");
    return metric;
  }

  private Metric extreme(Metric.Extreme.Kind kind) throws CheckSyntaxException {
    scanner.expect("(");
    if (scanner.accept(CIRCUIT)) {
      return circuitTime(kind);
    }
    Metric metric = new Metric.Extreme(kind, timing(List.of()));
    scanner.expect(")");
    return metric;
  }

  private Metric max() throws CheckSyntaxException {
    scanner.expect("(");
    if (scanner.accept("users")) {
      scanner.expect(")");
      return new Metric.MaxUsers();
    }
    if (scanner.accept(CIRCUIT)) {
      return circuitTime(Metric.Extreme.Kind.MAX);
    }
    if (scanner.accept(RATE_LIMIT)) {
      limitWord("length");
      return new RateLimitMetric.Longest();
    }
    Metric metric = new Metric.Extreme(Metric.Extreme.Kind.MAX, timing(List.of("users")));
    scanner.expect(")");
    return metric;
  }

  private TimingMetric timing(List<String> others) throws CheckSyntaxException {
    int start = scanner.position();
    String word = scanner.word();
    for (TimingMetric timing : TimingMetric.values()) {
      if (timing.word().equals(word)) {
        return timing;
      }
    }
    throw CheckScanner.unknown(
        start,
        "duration",
        word,
        Stream.concat(Arrays.stream(TimingMetric.values()).map(TimingMetric::word), others.stream())
            .toList());
  }

  private Metric rate() throws CheckSyntaxException {
    scanner.expect("(");
    if (scanner.accept(ARRIVALS)) {
      expectDropped();
      return new ArrivalMetric.DroppedRate();
    }
    if (!scanner.accept(CIRCUIT)) {
      return new Metric.Rate(part(false));
    }
    circuitWord(List.of("refused"));
    return new CircuitMetric.Refused();
  }

  private Metric count() throws CheckSyntaxException {
    scanner.expect("(");
    if (scanner.accept(ARRIVALS)) {
      expectDropped();
      return new ArrivalMetric.DroppedCount();
    }
    if (scanner.accept(RATE_LIMIT)) {
      limitWord("broken");
      return new RateLimitMetric.Broken();
    }
    if (!scanner.accept(CIRCUIT)) {
      return new Metric.Count(part(true));
    }
    List<CircuitMetric.Count.Kind> kinds = List.of(CircuitMetric.Count.Kind.values());
    List<String> words = kinds.stream().map(CircuitMetric.Count.Kind::word).toList();
    return new CircuitMetric.Count(kinds.get(words.indexOf(circuitWord(words))));
  }

  private Metric circuitTime(Metric.Extreme.Kind extreme) throws CheckSyntaxException {
    List<CircuitMetric.Time.Kind> kinds = List.of(CircuitMetric.Time.Kind.values());
    List<String> words = kinds.stream().map(CircuitMetric.Time.Kind::word).toList();
    return new CircuitMetric.Time(extreme, kinds.get(words.indexOf(circuitWord(words))));
  }

  private void expectDropped() throws CheckSyntaxException {
    int start = scanner.position() - ARRIVALS.length();
    String word = scanner.word();
    if (!word.equals("dropped")) {
      throw CheckScanner.unknown(
          start, "figure of arrivals", ARRIVALS + word, List.of(ARRIVALS + "dropped"));
    }
    scanner.expect(")");
  }

  /** The rest of a name that begins with {@code circuit.}, and the bracket behind it. */
  private String circuitWord(List<String> supported) throws CheckSyntaxException {
    int start = scanner.position() - CIRCUIT.length();
    String word = scanner.word();
    if (!supported.contains(word)) {
      throw CheckScanner.unknown(
          start,
          "figure of a circuit",
          CIRCUIT + word,
          supported.stream().map(known -> CIRCUIT + known).toList());
    }
    scanner.expect(")");
    return word;
  }

  /** The rest of a name that begins with {@code ratelimit.}, and the bracket behind it. */
  private void limitWord(String supported) throws CheckSyntaxException {
    int start = scanner.position() - RATE_LIMIT.length();
    String word = scanner.word();
    if (!word.equals(supported)) {
      throw CheckScanner.unknown(
          start, "figure of a rate limit", RATE_LIMIT + word, List.of(RATE_LIMIT + supported));
    }
    scanner.expect(")");
  }

  private Part part(boolean samplesToo) throws CheckSyntaxException {
    int start = scanner.position();
    String word = scanner.word();
    Part part =
        switch (word) {
          case "errors" -> new Part.Errors();
          case "success" -> new Part.Successes();
          case "outcome" -> new Part.OfOutcomes(outcomes());
          case "cache" -> new Part.OfCache(cache());
          case "goodput" -> samplesToo ? null : new Part.Goodput();
          case "samples" -> samplesToo ? new Part.Samples() : null;
          default -> null;
        };
    if (part == null) {
      throw CheckScanner.unknown(
          start,
          "part of the samples",
          word,
          samplesToo
              ? List.of("samples", "errors", "success", "outcome=…", "cache=…")
              : List.of("errors", "success", "goodput", "outcome=…", "cache=…"));
    }
    scanner.expect(")");
    return part;
  }

  private Set<Outcome> outcomes() throws CheckSyntaxException {
    scanner.expect("=");
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    do {
      outcomes.add(constant("outcome", Outcome.class));
    } while (scanner.accept(","));
    return outcomes;
  }

  private CacheStatus cache() throws CheckSyntaxException {
    scanner.expect("=");
    return constant("cache status", CacheStatus.class);
  }

  private <E extends Enum<E>> E constant(String what, Class<E> type) throws CheckSyntaxException {
    int start = scanner.position();
    String word = scanner.word();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(word)) {
        return constant;
      }
    }
    throw CheckScanner.unknown(
        start, what, word, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
  }

  private Metric share() throws CheckSyntaxException {
    scanner.expect("(");
    int start = scanner.position();
    String argument = scanner.argument();
    List<String> operations = List.of("READ", "AI", "WRITE");
    if (operations.contains(argument)) {
      return new Metric.OperationShare(OperationClass.valueOf(argument));
    }
    for (String operation : operations) {
      if (operation.equalsIgnoreCase(argument)) {
        throw CheckScanner.unknown(start, "operation class", argument, operations);
      }
    }
    Optional<String> mistake = LabelPatterns.mistakeIn(argument);
    if (mistake.isPresent()) {
      throw new CheckSyntaxException(start, "must have a share of " + mistake.get());
    }
    return new Metric.LabelShare(argument);
  }

  private Metric sum() throws CheckSyntaxException {
    scanner.expect("(");
    int start = scanner.position();
    String word = scanner.word();
    for (Metric.Sum.Quantity quantity : Metric.Sum.Quantity.values()) {
      if (quantity.word().equals(word)) {
        scanner.expect(")");
        return new Metric.Sum(quantity);
      }
    }
    throw CheckScanner.unknown(
        start,
        "quantity",
        word,
        Arrays.stream(Metric.Sum.Quantity.values()).map(Metric.Sum.Quantity::word).toList());
  }
}
