package dev.aiendpoint.compare;

import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import java.util.function.Consumer;

/**
 * The time from the first start of a sample to the last, CONTROL samples apart: what is cut into
 * blocks. Not for several threads.
 */
public final class RunSpan implements Consumer<Sample> {

  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  @Override
  public void accept(Sample sample) {
    if (sample.operation() != OperationClass.CONTROL) {
      first = Math.min(first, sample.startMillis());
      last = Math.max(last, sample.startMillis());
    }
  }

  public boolean isEmpty() {
    return first > last;
  }

  /** When the first sample started, epoch milliseconds. */
  public long startMillis() {
    return first;
  }

  /** 0 for a single sample. */
  public long lengthMillis() {
    return last - first;
  }
}
