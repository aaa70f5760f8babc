package dev.aiendpoint.ratelimit;

import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts what limits did to the requests of one label in one phase. Thread-safe without locks. */
final class LimitTally {

  private static final long NONE = -1;

  private final LongAdder limited = new LongAdder();
  private final LongAdder announced = new LongAdder();
  private final LongAdder kept = new LongAdder();
  private final LongAdder broken = new LongAdder();
  private final LongAdder early = new LongAdder();
  private final LongAccumulator earliest = new LongAccumulator(Math::max, NONE);
  private final LongAdder episodes = new LongAdder();
  private final LongAdder episodeMillis = new LongAdder();
  private final LongAccumulator longest = new LongAccumulator(Math::max, NONE);

  void limited(boolean withAnnouncement) {
    limited.increment();
    if (withAnnouncement) {
      announced.increment();
    }
  }

  void broken() {
    broken.increment();
  }

  /**
   * @param beforeMillis how long before the announced moment the request was sent; 0 or less when
   *     it was not
   */
  void served(long beforeMillis) {
    if (beforeMillis > 0) {
      early.increment();
      earliest.accumulate(beforeMillis);
    } else {
      kept.increment();
    }
  }

  void ended(long millis) {
    episodes.increment();
    episodeMillis.add(millis);
    longest.accumulate(millis);
  }

  LimitFigures freeze() {
    return new LimitFigures(
        limited.sum(),
        announced.sum(),
        kept.sum(),
        broken.sum(),
        early.sum(),
        known(earliest.get()),
        episodes.sum(),
        0,
        known(longest.get()),
        episodeMillis.sum());
  }

  private static OptionalLong known(long millis) {
    return millis == NONE ? OptionalLong.empty() : OptionalLong.of(millis);
  }
}
