package dev.aiendpoint.jmeter;

import java.util.function.Supplier;

/**
 * A listener that shows what the cache does while a test runs: hits, misses, bypasses and unknowns
 * by label and phase, the latency of hits and misses side by side, the hit rate over time, and what
 * the hits saved.
 *
 * <p>It counts the samples in its scope and shows them in its form. A headless run has no form: the
 * verdict's {@code cache} block holds the same figures, computed by the same code, whether or not
 * the plan has a tracker; a tracker then writes a summary to JMeter's log.
 */
public class AiCacheTracker extends LiveListener<CacheDisplay> {

  private static final long serialVersionUID = 1L;

  static {
    Settings.publish();
  }

  @Override
  Class<CacheDisplay> displayType() {
    return CacheDisplay.class;
  }

  @Override
  LiveTracking<CacheDisplay> track(Supplier<CacheDisplay> display) {
    return new CacheTracking(
        ResponseSettings.currencyOf(Settings.get("profile", "connect")), display);
  }
}
