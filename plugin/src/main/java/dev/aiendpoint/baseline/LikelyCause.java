package dev.aiendpoint.baseline;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.LabelGlob;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Derives from how requests ended why a threshold has no data or failed. It looks at the samples of
 * the threshold's labels, operations and phases, whatever their outcome; it says nothing rather
 * than guess.
 */
final class LikelyCause {

  private static final int NAMES_SHOWN = 8;
  private static final Pattern STATUS = Pattern.compile("\\d{3}");

  private final RunSnapshot run;
  private final OutcomeAdvice advice;

  LikelyCause(RunSnapshot run, String target) {
    this.run = run;
    this.advice = new OutcomeAdvice(target);
  }

  /** Why too few samples stand behind a figure. */
  Optional<String> ofNoData(Threshold threshold) {
    Scope where = whatever(threshold.scope());
    Summary summary = run.select(where);
    if (summary.samples() == 0) {
      return Optional.of(nothingThere(where));
    }
    if (threshold.check().metric() instanceof RateLimitMetric limit) {
      return Optional.of(limit.absentBecause());
    }
    Set<Outcome> unwanted = failing();
    unwanted.removeAll(threshold.scope().outcomes());
    Optional<String> failures =
        isMajority(summary, unwanted) ? failures(where, summary, unwanted) : Optional.empty();
    return failures
        .or(() -> otherStatuses(threshold.scope(), summary))
        .or(
            () ->
                Optional.of(threshold.check().metric().absentBecause())
                    .filter(text -> !text.isEmpty())
                    .filter(text -> threshold.observe(run).value().isEmpty()));
  }

  /** Which failures make a figure what it is. */
  Optional<String> ofBreach(Threshold threshold, double observed) {
    Scope where = whatever(threshold.scope());
    Summary summary = run.select(where);
    Metric metric = threshold.check().metric();
    if (metric instanceof CircuitMetric
        || metric instanceof ArrivalMetric
        || metric instanceof RateLimitMetric) {
      return metric.causeOfBreach(run, threshold.scope());
    }
    if (metric instanceof Metric.Percentile || metric instanceof Metric.Extreme) {
      return Optional.empty();
    }
    boolean tooHigh =
        threshold
            .check()
            .limit()
            .comparison()
            .range(0)
            .map(range -> range.isAbove(observed))
            .orElse(false);
    Set<Outcome> counted = metric.part().map(Part::outcomes).orElse(Set.of());
    Set<Outcome> suspects = failing();
    if (!counted.isEmpty()) {
      suspects.removeIf(outcome -> counted.contains(outcome) != tooHigh);
      return failures(where, summary, suspects);
    }
    return !tooHigh && isMajority(summary, suspects)
        ? failures(where, summary, suspects)
        : Optional.empty();
  }

  private static Scope whatever(Scope scope) {
    return scope.withOutcomes(Set.of()).withCaches(Set.of());
  }

  private static Set<Outcome> failing() {
    Set<Outcome> failing = EnumSet.allOf(Outcome.class);
    failing.removeIf(Outcome::isSuccess);
    return failing;
  }

  private static boolean isMajority(Summary summary, Set<Outcome> outcomes) {
    return 2 * count(summary, outcomes) >= summary.samples();
  }

  private static long count(Summary summary, Set<Outcome> outcomes) {
    return outcomes.stream()
        .mapToLong(outcome -> summary.outcomes().getOrDefault(outcome, 0L))
        .sum();
  }

  /** The most frequent of {@code suspects}: how many, what they said, what to do. */
  private Optional<String> failures(Scope where, Summary summary, Set<Outcome> suspects) {
    return summary.outcomes().entrySet().stream()
        .filter(entry -> suspects.contains(entry.getKey()))
        .max(Map.Entry.comparingByValue())
        .map(
            entry -> {
              String who =
                  entry.getValue() == summary.samples()
                      ? "every " + subject(where) + " was "
                      : entry.getValue()
                          + " of "
                          + summary.samples()
                          + " "
                          + subject(where)
                          + "s were ";
              return who + description(where, entry.getKey());
            });
  }

  private String description(Scope where, Outcome outcome) {
    Optional<RunSnapshot.Failure> most =
        run.topFailures(where.withOutcomes(Set.of(outcome))).stream().findFirst();
    String code = most.map(RunSnapshot.Failure::responseCode).orElse("");
    List<String> parts = new ArrayList<>();
    parts.add(STATUS.matcher(code).matches() ? outcome + " (" + code + ")" : outcome.toString());
    if (!OutcomeAdvice.makesMessageSuperfluous(outcome)) {
      most.map(RunSnapshot.Failure::message).ifPresent(parts::add);
    }
    parts.add(advice.advice(outcome, code));
    parts.removeIf(String::isBlank);
    return String.join(": ", parts);
  }

  /** {@code AI request} when the scope is one operation class, else {@code request}. */
  private static String subject(Scope where) {
    Set<OperationClass> operations = EnumSet.noneOf(OperationClass.class);
    operations.addAll(where.operations());
    if (operations.isEmpty()) {
      where.labels().forEach(pattern -> operations.add(OperationClass.ofLabel(word(pattern))));
    }
    return operations.size() == 1 && !operations.contains(OperationClass.OTHER)
        ? operations.iterator().next() + " request"
        : "request";
  }

  private static String word(String pattern) {
    return pattern.endsWith("*") ? pattern.substring(0, pattern.length() - 1) : pattern;
  }

  private String nothingThere(Scope where) {
    if (run.labels().isEmpty()) {
      return "no sample was recorded";
    }
    boolean isLabelSeen =
        where.labels().isEmpty()
            || run.labels().stream()
                .anyMatch(
                    label ->
                        where.labels().stream()
                            .anyMatch(pattern -> LabelGlob.matches(pattern, label)));
    if (!isLabelSeen) {
      return "no sample has a label like "
          + String.join(", ", where.labels())
          + "; labels seen: "
          + some(run.labels());
    }
    if (run.select(where.withPhases(Set.of())).samples() > 0) {
      return "no such sample started in "
          + some(where.phases())
          + "; phases seen: "
          + (run.phases().isEmpty() ? "none" : some(run.phases()));
    }
    return where.operations().isEmpty()
        ? "no sample but CONTROL was recorded"
        : "no sample is of operation class "
            + some(where.operations().stream().map(Enum::name).toList());
  }

  /** Successful samples were there, but with other outcomes or cache statuses than asked for. */
  private static Optional<String> otherStatuses(Scope asked, Summary summary) {
    if (!asked.caches().isEmpty()) {
      return Optional.of("cache statuses seen: " + counts(summary.caches()));
    }
    return asked.outcomes().isEmpty()
        ? Optional.empty()
        : Optional.of("outcomes seen: " + counts(summary.outcomes()));
  }

  private static String counts(Map<?, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String some(Collection<String> names) {
    String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    return names.size() <= NAMES_SHOWN
        ? shown
        : shown + " and " + (names.size() - NAMES_SHOWN) + " more";
  }
}
