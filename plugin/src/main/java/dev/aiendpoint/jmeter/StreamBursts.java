package dev.aiendpoint.jmeter;

import dev.aiendpoint.exchange.ContentTimings;
import dev.aiendpoint.exchange.Outcome;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts generated streams that arrived in one burst, so that a verdict says it where times of
 * tokens are no times of a model. What a cache replays is a burst by nature and does not count.
 * Thread-safe.
 */
final class StreamBursts {

  private final LongAdder streams = new LongAdder();
  private final LongAdder bursts = new LongAdder();

  void record(Outcome outcome, ContentTimings timings) {
    if (outcome == Outcome.GENERATED && timings.contentEvents() > 0) {
      streams.increment();
      if (timings.isOneBurst()) {
        bursts.increment();
      }
    }
  }

  /** What to say of the run; nothing unless half of its streams or more came so. */
  Optional<String> reason() {
    long all = streams.sum();
    long held = bursts.sum();
    return held == 0 || 2 * held < all
        ? Optional.empty()
        : Optional.of(
            held
                + " of "
                + all
                + " generated streams arrived in one burst: something between the model and the test"
                + " holds them back, so their time to the first token is that to the whole answer");
  }
}
