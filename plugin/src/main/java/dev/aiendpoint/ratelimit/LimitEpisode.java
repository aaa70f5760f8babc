package dev.aiendpoint.ratelimit;

import dev.aiendpoint.sample.Sample;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The time during which one virtual user is refused on one label. Its user's requests come one
 * after the other as a rule, so its lock is free whenever it is asked for.
 */
final class LimitEpisode {

  private static final long NO_PROMISE = Long.MIN_VALUE;

  private final LimitTally tally;
  private final long firstRefusedMillis;
  private long lastRefusedMillis;
  private long promisedMillis = NO_PROMISE;
  private boolean ended;

  /**
   * @param tally of the label and the phase in which it begins
   * @param firstRefusedMillis when the first refused answer arrived
   */
  LimitEpisode(LimitTally tally, long firstRefusedMillis) {
    this.tally = tally;
    this.firstRefusedMillis = firstRefusedMillis;
    this.lastRefusedMillis = firstRefusedMillis;
  }

  /** One more refusal; the latest announcement is the one that counts from then on. */
  synchronized void refused(Sample sample, Optional<Announcement> announced) {
    if (promisedMillis != NO_PROMISE && sample.startMillis() >= promisedMillis) {
      tally.broken();
      promisedMillis = NO_PROMISE;
    }
    if (sample.endMillis() >= lastRefusedMillis) {
      lastRefusedMillis = sample.endMillis();
      if (announced.isPresent()) {
        promisedMillis = lastRefusedMillis + announced.get().waitMillis();
      }
    }
  }

  /** A served request. False when it was sent too early to tell that the limit is over. */
  synchronized boolean served(Sample sample) {
    if (ended || sample.startMillis() < lastRefusedMillis) {
      return false;
    }
    ended = true;
    if (promisedMillis != NO_PROMISE) {
      tally.served(promisedMillis - sample.startMillis());
    }
    tally.ended(sample.startMillis() - firstRefusedMillis);
    return true;
  }

  /** What is known of one that has not ended: it lasted until its last refusal at least. */
  synchronized LimitFigures unended() {
    return new LimitFigures(
        0,
        0,
        0,
        0,
        0,
        OptionalLong.empty(),
        0,
        1,
        OptionalLong.of(lastRefusedMillis - firstRefusedMillis),
        0);
  }

  LimitTally tally() {
    return tally;
  }
}
