package dev.aiendpoint.jtl;

/**
 * Tells the rows of sub-results, which JMeter writes behind the sample that they are part of: named
 * {@code <its label>-<number>}, by the same thread, within its time. Rows of other threads may
 * stand between; the latest {@value #KEPT} are looked through. Not for several threads.
 */
final class SubResultRule {

  static final int KEPT = 256;

  private final String[] labels = new String[KEPT];
  private final long[] threads = new long[KEPT];
  private final long[] starts = new long[KEPT];
  private final long[] ends = new long[KEPT];
  private int next;

  /**
   * Looks at the next row.
   *
   * @param thread identifies the thread
   */
  boolean isSubResult(Label label, long thread, long startMillis, long elapsedMillis) {
    long endMillis = startMillis + elapsedMillis;
    boolean sub =
        label.parent().isPresent() && isPart(label.parent().get(), thread, startMillis, endMillis);
    labels[next] = label.text();
    threads[next] = thread;
    starts[next] = startMillis;
    ends[next] = endMillis;
    next = (next + 1) % KEPT;
    return sub;
  }

  private boolean isPart(String parent, long thread, long startMillis, long endMillis) {
    for (int i = 0; i < KEPT; i++) {
      if (parent.equals(labels[i])
          && threads[i] == thread
          && starts[i] <= startMillis
          && endMillis <= ends[i]) {
        return true;
      }
    }
    return false;
  }
}
