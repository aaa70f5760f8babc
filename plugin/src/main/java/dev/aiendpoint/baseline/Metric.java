package dev.aiendpoint.baseline;

import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.LabelGlob;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimingMetric;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A figure that a check can be about. A new one is a record here and a production in {@link
 * MetricParser}; the compiler names nothing else, since everything that a verdict needs is asked of
 * the metric.
 */
public sealed interface Metric
    permits Metric.Percentile,
        Metric.Extreme,
        Metric.Rate,
        Metric.Count,
        Metric.OperationShare,
        Metric.LabelShare,
        Metric.Throughput,
        Metric.MaxUsers,
        Metric.Sum,
        ArrivalMetric,
        CircuitMetric,
        RateLimitMetric {

  Dimension dimension();

  /** The figure over the samples that {@code scope} selects. */
  Observation observe(RunSnapshot run, Scope scope);

  /** True when more samples can only raise it: past an upper limit it stays past it. */
  default boolean onlyGrows() {
    return false;
  }

  /** The part of the samples it counts, when it counts a part. */
  default Optional<Part> part() {
    return Optional.empty();
  }

  /** Columns that a result file needs for it; {@code elapsed}, labels and success are in each. */
  default Set<SampleColumn> columns() {
    return Set.of();
  }

  /** False for what no result file holds. */
  default boolean isInResultFiles() {
    return true;
  }

  /** True for what needs the number of active users beside each sample. */
  default boolean needsThreadCounts() {
    return false;
  }

  /** What no result file holds of it; only asked where {@link #isInResultFiles()} is false. */
  default String liveOnly() {
    return "what it is about";
  }

  /** Why it may be unknown although successful samples are there. */
  default String absentBecause() {
    return "";
  }

  /** Why it missed its limit, where it knows better than the outcomes. */
  default Optional<String> causeOfBreach(RunSnapshot run, Scope scope) {
    return Optional.empty();
  }

  /** A percentile of a duration. */
  record Percentile(double percentile, TimingMetric timing) implements Metric {
    @Override
    public Dimension dimension() {
      return Dimension.TIME;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      Distribution durations = run.select(scope).timing(timing);
      return new Observation(durations.percentile(percentile), durations.count());
    }

    @Override
    public Set<SampleColumn> columns() {
      return columnsOf(timing);
    }

    @Override
    public boolean isInResultFiles() {
      return isRecorded(timing);
    }

    @Override
    public String absentBecause() {
      return absent(timing);
    }
  }

  /** The smallest, the mean or the largest of a duration. */
  record Extreme(Kind kind, TimingMetric timing) implements Metric {

    /** Which one. */
    public enum Kind {
      MIN,
      MEAN,
      MAX
    }

    @Override
    public Dimension dimension() {
      return Dimension.TIME;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      Distribution durations = run.select(scope).timing(timing);
      return new Observation(
          switch (kind) {
            case MIN -> durations.min();
            case MEAN -> durations.mean();
            case MAX -> durations.max();
          },
          durations.count());
    }

    @Override
    public boolean onlyGrows() {
      return kind == Kind.MAX;
    }

    @Override
    public Set<SampleColumn> columns() {
      return columnsOf(timing);
    }

    @Override
    public boolean isInResultFiles() {
      return isRecorded(timing);
    }

    @Override
    public String absentBecause() {
      return absent(timing);
    }
  }

  /** How many percent of the samples belong to a part. */
  record Rate(Part of) implements Metric {
    @Override
    public Dimension dimension() {
      return Dimension.PERCENT;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      Summary summary = run.select(scope);
      return percent(of.count(summary), of.whole(summary));
    }

    @Override
    public Optional<Part> part() {
      return Optional.of(of);
    }

    @Override
    public Set<SampleColumn> columns() {
      return columnsOf(of);
    }

    @Override
    public String absentBecause() {
      if (of instanceof Part.Goodput) {
        return "no AI request in scope has an objective in the baseline's member 'goodput'";
      }
      return of instanceof Part.OfCache
          ? "no answer says whether it came from a cache: does the response profile fit?"
          : "";
    }
  }

  /** How many samples belong to a part; stands on all samples of the scope. */
  record Count(Part of) implements Metric {
    @Override
    public Dimension dimension() {
      return Dimension.NUMBER;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      Summary summary = run.select(scope);
      return new Observation(OptionalDouble.of(of.count(summary)), summary.samples());
    }

    @Override
    public boolean onlyGrows() {
      return true;
    }

    @Override
    public Optional<Part> part() {
      return Optional.of(of);
    }

    @Override
    public Set<SampleColumn> columns() {
      return columnsOf(of);
    }
  }

  /** How many percent of the READ, AI and WRITE samples are of one operation class. */
  record OperationShare(OperationClass operation) implements Metric {

    private static final Set<OperationClass> MIX =
        Set.of(OperationClass.READ, OperationClass.AI, OperationClass.WRITE);

    @Override
    public Dimension dimension() {
      return Dimension.PERCENT;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      return percent(
          run.select(scope.withOperations(Set.of(operation))).samples(),
          run.select(scope.withOperations(MIX)).samples());
    }
  }

  /** How many percent of the samples in scope have a label that matches. */
  record LabelShare(String glob) implements Metric {
    @Override
    public Dimension dimension() {
      return Dimension.PERCENT;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      long whole = run.select(scope).samples();
      List<String> matching =
          run.labels().stream()
              .filter(label -> LabelGlob.matches(glob, label))
              .filter(
                  label ->
                      scope.labels().isEmpty()
                          || scope.labels().stream()
                              .anyMatch(pattern -> LabelGlob.matches(pattern, label)))
              .toList();
      // An empty list would select every label.
      return percent(
          matching.isEmpty() ? 0 : run.select(scope.withLabels(matching)).samples(), whole);
    }
  }

  /** Samples of any outcome a second. */
  record Throughput() implements Metric {
    @Override
    public Dimension dimension() {
      return Dimension.PER_SECOND;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      Summary summary = run.select(scope);
      return new Observation(summary.throughput(), summary.samples());
    }
  }

  /** Most users active at a time; see {@link Summary#maxUsers()}. */
  record MaxUsers() implements Metric {
    @Override
    public Dimension dimension() {
      return Dimension.NUMBER;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      Summary summary = run.select(scope);
      return new Observation(
          summary.maxUsers() == 0 ? OptionalDouble.empty() : OptionalDouble.of(summary.maxUsers()),
          summary.samples());
    }

    @Override
    public String absentBecause() {
      return "no request ended before the last one of its phase began, so its users are unknown";
    }

    @Override
    public boolean needsThreadCounts() {
      return true;
    }

    @Override
    public boolean onlyGrows() {
      return true;
    }
  }

  /** A sum over the samples that report the quantity. */
  record Sum(Quantity quantity) implements Metric {

    /** What is added up. */
    public enum Quantity {
      COST("cost", SampleColumn.COST),
      TOKENS_IN("tokens_in", SampleColumn.TOKENS_IN),
      TOKENS_OUT("tokens_out", SampleColumn.TOKENS_OUT);

      private final String word;
      private final SampleColumn column;

      Quantity(String word, SampleColumn column) {
        this.word = word;
        this.column = column;
      }

      String word() {
        return word;
      }
    }

    @Override
    public Dimension dimension() {
      return Dimension.NUMBER;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      Summary summary = run.select(scope);
      return switch (quantity) {
        case COST -> new Observation(summary.cost(), summary.samplesWithCost());
        case TOKENS_IN -> observation(summary.tokensIn(), summary.samplesWithTokensIn());
        case TOKENS_OUT -> observation(summary.tokensOut(), summary.samplesWithTokensOut());
      };
    }

    private static Observation observation(OptionalLong sum, long samples) {
      return new Observation(
          sum.isPresent() ? OptionalDouble.of(sum.getAsLong()) : OptionalDouble.empty(), samples);
    }

    @Override
    public boolean onlyGrows() {
      return true;
    }

    @Override
    public Set<SampleColumn> columns() {
      return Set.of(quantity.column);
    }

    @Override
    public String absentBecause() {
      return "no answer reports " + quantity.word + ": does the response profile fit?";
    }
  }

  private static Observation percent(long part, long whole) {
    // 100 first: one rounding only, so that 1 of 1000 is exactly the 0.1 of a baseline.
    return new Observation(
        whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / whole), whole);
  }

  static Set<SampleColumn> columnsOf(TimingMetric timing) {
    return switch (timing) {
      case ELAPSED, ICL, FROM_INTENDED -> Set.of();
      case TTFT -> Set.of(SampleColumn.TTFT_MS);
      case TPOT -> Set.of(SampleColumn.TPOT_MS);
      case ICL_MAX -> Set.of(SampleColumn.ICL_MAX_MS);
    };
  }

  private static boolean isRecorded(TimingMetric timing) {
    return timing != TimingMetric.ICL && timing != TimingMetric.FROM_INTENDED;
  }

  private static Set<SampleColumn> columnsOf(Part part) {
    if (part instanceof Part.OfOutcomes || part instanceof Part.Goodput) {
      return Set.of(SampleColumn.OUTCOME);
    }
    return part instanceof Part.OfCache ? Set.of(SampleColumn.CACHE) : Set.of();
  }

  private static String absent(TimingMetric timing) {
    return switch (timing) {
      case ELAPSED -> "";
      case FROM_INTENDED ->
          "no successful request began an arrival: only phases of arrivals, such as 5/s, have"
              + " intended starts";
      case TTFT, TPOT, ICL, ICL_MAX ->
          "no successful answer has " + timing.word() + ": only streamed, generated answers do";
    };
  }
}
