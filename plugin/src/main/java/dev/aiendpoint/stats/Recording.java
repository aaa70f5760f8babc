package dev.aiendpoint.stats;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Who records. */
enum Recording {
  /** Any number of threads, while another reads. */
  CONCURRENT {
    @Override
    Histogram histogram() {
      return new ConcurrentHistogram(TimeUnitRatio.DIGITS);
    }
  },

  /** One thread at a time, and nobody reads meanwhile: a distribution needs no atomics. */
  SEQUENTIAL {
    @Override
    Histogram histogram() {
      return new Histogram(TimeUnitRatio.DIGITS);
    }
  };

  abstract Histogram histogram();
}
