package dev.aiendpoint.ratelimit;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Follows what limits do to each virtual user on each label.
 *
 * <p>By user, since most limits are: what one is refused, another is served. A limit that all share
 * shows as an episode of each user that met it.
 *
 * <p>Any number of threads may record at the same time. While nobody is refused, recording costs a
 * glance; only users that are refused at the moment are kept, at most {@value #MAX_OPEN} of them,
 * and figures of at most {@value #MAX_PLACES} pairs of label and phase. Refusals past these are
 * counted as {@link LimitReport#untracked()}.
 */
public final class LimitRecorder {

  static final int MAX_OPEN = 20_000;
  static final int MAX_PLACES = 1_000;

  private static final Comparator<LimitReport.Place> BY_NAME =
      Comparator.comparing(LimitReport.Place::label).thenComparing(LimitReport.Place::phase);

  private record Refused(String label, String user) {}

  private final ConcurrentHashMap<Refused, LimitEpisode> open = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<LimitReport.Place, LimitTally> tallies =
      new ConcurrentHashMap<>();
  private final LongAdder untracked = new LongAdder();

  /**
   * Records how a request ended, in the order in which its user made them.
   *
   * @param user whoever the server may tell apart: the virtual user
   * @param announced when to come back, as a refused answer says
   */
  public void record(Sample sample, String user, Optional<Announcement> announced) {
    if (sample.outcome() == Outcome.RATE_LIMITED) {
      refused(sample, user, announced);
    } else if (sample.outcome().isSuccess() && !open.isEmpty()) {
      Refused key = new Refused(sample.label(), user);
      LimitEpisode episode = open.get(key);
      if (episode != null && episode.served(sample)) {
        open.remove(key, episode);
      }
    }
  }

  private void refused(Sample sample, String user, Optional<Announcement> announced) {
    LimitTally tally = tally(sample);
    if (tally == null) {
      untracked.increment();
      return;
    }
    tally.limited(announced.isPresent());
    Refused key = new Refused(sample.label(), user);
    LimitEpisode episode = open.get(key);
    if (episode == null) {
      if (open.size() >= MAX_OPEN) {
        untracked.increment();
        return;
      }
      episode = open.computeIfAbsent(key, one -> new LimitEpisode(tally, sample.endMillis()));
    }
    episode.refused(sample, announced);
  }

  private LimitTally tally(Sample sample) {
    LimitReport.Place place = new LimitReport.Place(sample.label(), sample.phase());
    LimitTally tally = tallies.get(place);
    return tally != null || tallies.size() >= MAX_PLACES
        ? tally
        : tallies.computeIfAbsent(place, one -> new LimitTally());
  }

  /** Everything recorded up to now. */
  public LimitReport report() {
    if (tallies.isEmpty()) {
      return LimitReport.NONE;
    }
    Map<LimitTally, LimitFigures> unended = new IdentityHashMap<>();
    open.values()
        .forEach(episode -> unended.merge(episode.tally(), episode.unended(), LimitFigures::plus));
    Map<LimitReport.Place, LimitFigures> places = new TreeMap<>(BY_NAME);
    tallies.forEach(
        (place, tally) ->
            places.put(place, tally.freeze().plus(unended.getOrDefault(tally, LimitFigures.NONE))));
    return new LimitReport(Collections.unmodifiableMap(places), untracked.sum());
  }

  /** Users that are refused now. */
  int openNow() {
    return open.size();
  }
}
