package dev.aiendpoint.jmeter;

import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.stats.RunRecorder;
import java.util.List;
import java.util.function.Supplier;

/** Counts the samples of one test for an {@link AiCacheTracker}. */
final class CacheTracking extends LiveTracking<CacheDisplay> {

  private final String currency;
  private volatile RunRecorder recorder = new RunRecorder();

  CacheTracking(String currency, Supplier<CacheDisplay> display) {
    super("AI cache tracker", display);
    this.currency = currency;
  }

  @Override
  void record(Sample sample) {
    recorder.record(sample);
  }

  @Override
  void forget() {
    recorder = new RunRecorder();
  }

  @Override
  void show(CacheDisplay shown) {
    shown.show(report(), currency);
  }

  @Override
  List<String> summary() {
    return report().labels().stream().map(CacheTracking::line).toList();
  }

  private static String line(CacheReport.OfLabel label) {
    return "%s: %d hits, %d misses, %d bypasses, %d unknown"
        .formatted(
            label.label(),
            label.figures().hits(),
            label.figures().misses(),
            label.figures().bypasses(),
            label.figures().unknown());
  }

  private CacheReport report() {
    return CacheReport.of(recorder.snapshot());
  }
}
