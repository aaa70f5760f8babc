package dev.aiendpoint.circuit;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * How many calls failed in a row before a circuit opened.
 *
 * @param count the number, or the best there is
 * @param least no fewer
 * @param most no more; absent when nothing tells
 * @param inFlight calls that had reached the provider by then and ended later; absent when nothing
 *     tells
 * @param source who counted
 */
public record FailuresBeforeOpening(
    long count, long least, OptionalLong most, OptionalLong inFlight, Source source) {

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

  /** Between the breaker and the provider's log, on a busy machine. */
  private static final long SLACK_MILLIS = 100;

  /** By what users saw. */
  static FailuresBeforeOpening ofClients(Opening opening) {
    return new FailuresBeforeOpening(
        opening.failures(),
        Math.min(1, opening.failures()),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Source.CLIENTS);
  }

  /**
   * By the provider's log. A circuit opens when a call fails; after that no call reaches the
   * provider. So it opened with a failure that ended after the last call began and before the first
   * request was seen to be refused; where several did, the log leaves a choice, and the declared
   * number is taken when it is among them.
   *
   * @param declared failures that are said to open it; absent when nobody says
   */
  static FailuresBeforeOpening of(ProviderLog log, Opening opening, OptionalLong declared) {
    long seenOpen = opening.notAfterMillis() + SLACK_MILLIS;
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
    long ended = row.stream().filter(call -> call.endMillis() <= lastStart).count();
    long least = Math.min(row.size(), ended + 1);
    long most = Math.max(least, row.stream().filter(call -> call.endMillis() <= seenOpen).count());
    long count =
        declared.isPresent() && declared.getAsLong() >= least && declared.getAsLong() <= most
            ? declared.getAsLong()
            : least;
    return new FailuresBeforeOpening(
        count,
        least,
        OptionalLong.of(most),
        OptionalLong.of(row.size() - count),
        Source.PROVIDER_LOG);
  }

  /** Such as {@code 5 (+2 in flight)}; a bound is named as one. */
  public String words() {
    if (source == Source.CLIENTS) {
      return count + " that clients saw, a bound";
    }
    String flying =
        inFlight.isPresent() && inFlight.getAsLong() > 0
            ? " (+" + inFlight.getAsLong() + " in flight)"
            : "";
    boolean exact = most.isPresent() && most.getAsLong() == least;
    return count
        + flying
        + " by the provider's log"
        + (exact ? "" : ", which allows " + least + " to " + most.orElse(count));
  }
}
