package dev.aiendpoint.circuit;

import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalLong;

/**
 * How many calls failed in a row before a circuit opened.
 *
 * @param count the number: by the provider's log only where it leaves no choice; of clients what
 *     they saw
 * @param least no fewer
 * @param most no more; absent when nothing tells
 * @param declared what is said to open it, when it lies between the two
 * @param inFlight calls that had reached the provider by then and ended later; absent when nothing
 *     tells
 * @param source who counted
 */
public record FailuresBeforeOpening(
    OptionalLong count,
    long least,
    OptionalLong most,
    OptionalLong declared,
    OptionalLong inFlight,
    Source source) {

  /** Who counted. */
  public enum Source {
    /** The provider's own log. */
    PROVIDER_LOG("provider log"),
    /** The users: a bound, since one request may stand for several calls. */
    CLIENTS("clients (a bound)");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** From a failure's end in the provider's log to the next call's begin there, past a breaker. */
  private static final long SLACK_MILLIS = 100;

  /**
   * No call for so long after a failure: the circuit may have been open, and the next one a probe.
   */
  private static final long CALL_FREE_MILLIS = 2_000;

  /** The provider notes a failure's end after the breaker may have heard of it. */
  private static final long NOTED_LATE_MILLIS = 50;

  /** By what users saw. */
  static FailuresBeforeOpening ofClients(Opening opening) {
    return new FailuresBeforeOpening(
        OptionalLong.of(opening.failures()),
        Math.min(1, opening.failures()),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Source.CLIENTS);
  }

  /**
   * By the provider's log. A circuit opens when a call fails; after that no call reaches the
   * provider. So it opened with a failure that ended after the last call began and before the first
   * request was seen to be refused; where several did, the log leaves a choice.
   *
   * @param declared failures that are said to open it; absent when nobody says
   */
  static FailuresBeforeOpening of(ProviderLog log, Opening opening, OptionalLong declared) {
    long seenOpen = opening.notAfterMillis() + NOTED_LATE_MILLIS;
    List<ProviderLog.Call> before =
        log.calls().stream()
            .filter(call -> call.startMillis() <= seenOpen)
            .sorted(Comparator.comparingLong(ProviderLog.Call::endMillis))
            .toList();
    long lastStart =
        before.stream().mapToLong(ProviderLog.Call::startMillis).max().orElse(0) - SLACK_MILLIS;
    long lastSuccess =
        before.stream()
            .filter(call -> !call.failed() && call.endMillis() <= lastStart)
            .mapToLong(ProviderLog.Call::endMillis)
            .max()
            .orElse(Long.MIN_VALUE);
    List<ProviderLog.Call> row =
        before.stream().filter(call -> call.failed() && call.endMillis() > lastSuccess).toList();
    if (row.isEmpty()) {
      return ofClients(opening);
    }
    long closed = stillClosed(before, row);
    long ended = endedBy(row, closed) + 1;
    long endedOpen = endedBy(row, seenOpen);
    // A call that is later than any bound makes the two contradict each other: both are possible.
    long least = Math.min(row.size(), Math.min(ended, Math.max(1, endedOpen)));
    long most = Math.min(row.size(), Math.max(ended, endedOpen));
    boolean exact = least == most;
    boolean allowed =
        declared.isPresent() && declared.getAsLong() >= least && declared.getAsLong() <= most;
    return new FailuresBeforeOpening(
        exact ? OptionalLong.of(least) : OptionalLong.empty(),
        least,
        OptionalLong.of(most),
        allowed ? declared : OptionalLong.empty(),
        exact ? OptionalLong.of(row.size() - least) : OptionalLong.empty(),
        Source.PROVIDER_LOG);
  }

  /**
   * What ended up to this moment did not open the circuit, since a call was let through after it.
   */
  private static long stillClosed(List<ProviderLog.Call> before, List<ProviderLog.Call> row) {
    long firstStart =
        row.stream().mapToLong(ProviderLog.Call::startMillis).min().orElse(Long.MIN_VALUE);
    long firstFailure = row.get(0).endMillis();
    long last = firstStart;
    for (long start : before.stream().mapToLong(ProviderLog.Call::startMillis).sorted().toArray()) {
      if (start > firstStart && start - Math.max(last, firstFailure) > CALL_FREE_MILLIS) {
        break;
      }
      last = Math.max(last, start);
    }
    return last - Math.max(SLACK_MILLIS, longestPause(row));
  }

  private static long endedBy(List<ProviderLog.Call> row, long millis) {
    return row.stream().filter(call -> call.endMillis() <= millis).count();
  }

  /**
   * For how long the machine held calls up: as the provider says, else by how much calls that fail
   * alike differ in time.
   */
  private static long longestPause(List<ProviderLog.Call> row) {
    if (row.stream().allMatch(call -> call.lateMillis().isPresent())) {
      return row.stream().mapToLong(call -> call.lateMillis().getAsLong()).max().orElse(0);
    }
    LongSummaryStatistics times =
        row.stream().mapToLong(call -> call.endMillis() - call.startMillis()).summaryStatistics();
    return times.getMax() - times.getMin();
  }

  /** True when so many are possible. */
  boolean allows(long failures) {
    return failures >= least && (most.isEmpty() || failures <= most.getAsLong());
  }

  /** Such as {@code 5 (+2 in flight) by the provider's log}; a bound is named as one. */
  public String words() {
    return words("");
  }

  /** The same with what was counted, such as {@code 5 failures (+2 in flight) …}. */
  public String words(String unit) {
    String counted = unit.isEmpty() ? "" : " " + unit;
    if (source == Source.CLIENTS) {
      return count.orElse(0) + counted + " that clients saw, a bound";
    }
    String flying =
        inFlight.isPresent() && inFlight.getAsLong() > 0
            ? " (+" + inFlight.getAsLong() + " in flight)"
            : "";
    String choice = count.isPresent() ? "" : " to " + most.orElse(least);
    String among =
        count.isEmpty() && declared.isPresent()
            ? ", the declared " + declared.getAsLong() + " among them"
            : "";
    return least + choice + counted + flying + " by the provider's log" + among;
  }
}
