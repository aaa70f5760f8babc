package dev.aiendpoint.compare;

import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The samples of a run by series (an operation class, or a label) and block of time since its
 * start. CONTROL samples are left out. Memory grows with labels and blocks, not with samples. Not
 * for several threads.
 */
public final class RunBlocks implements Consumer<Sample> {

  /** Enough to estimate a spread from, and each long enough to hold what belongs together. */
  public static final int MOST_BLOCKS = 30;

  private static final long SHORTEST_MILLIS = 500;

  private final long startMillis;
  private final long blockMillis;
  private final Map<String, SampleCounts[]> series = new TreeMap<>();

  /**
   * @param span of the run
   * @param blockMillis length of a block, see {@link #blockMillis(RunSpan, RunSpan)}
   */
  public RunBlocks(RunSpan span, long blockMillis) {
    this.startMillis = span.startMillis();
    this.blockMillis = blockMillis;
  }

  /** The length of blocks for two runs that are compared. */
  public static long blockMillis(RunSpan one, RunSpan other) {
    long longest = Math.max(one.lengthMillis(), other.lengthMillis()) + 1;
    return Math.max(SHORTEST_MILLIS, (longest + MOST_BLOCKS - 1) / MOST_BLOCKS);
  }

  @Override
  public void accept(Sample sample) {
    OperationClass operation = sample.operation();
    if (operation != OperationClass.CONTROL) {
      int block = (int) ((sample.startMillis() - startMillis) / blockMillis);
      counts(operation.name(), block).add(sample);
      if (!sample.label().equals(operation.name())) {
        counts(sample.label(), block).add(sample);
      }
    }
  }

  private SampleCounts counts(String name, int block) {
    SampleCounts[] blocks = series.computeIfAbsent(name, key -> new SampleCounts[MOST_BLOCKS]);
    if (blocks[block] == null) {
      blocks[block] = new SampleCounts();
    }
    return blocks[block];
  }

  long blockMillis() {
    return blockMillis;
  }

  Map<String, SampleCounts[]> series() {
    return series;
  }
}
