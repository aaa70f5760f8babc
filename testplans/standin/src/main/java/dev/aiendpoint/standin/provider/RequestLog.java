package dev.aiendpoint.standin.provider;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the provider did and when: the truth that tests compare with what clients saw. Keeps the
 * last 50,000 requests. Safe for use by many threads.
 */
public final class RequestLog {

  static final int MOST_ENTRIES = 50_000;

  /**
   * One request.
   *
   * @param atMs when it arrived, milliseconds since the epoch
   * @param endMs when the provider had done with it, by the monotonic clock; absent before
   * @param atNanos of the monotonic clock, so that intervals are exact
   * @param wire name of the wire format
   * @param mode the fault's word, or {@code capacity} when load was shed
   * @param status HTTP status, absent when none was sent
   * @param result {@code answered}, {@code failed}, {@code broken}, {@code hung}, {@code reset}, or
   *     {@code gone}: the client left first; absent while it goes on
   * @param lateMs by how much it ended later than it should have, since the machine was busy
   */
  public record Entry(
      long id,
      long atMs,
      Long endMs,
      long atNanos,
      Long endNanos,
      String path,
      String wire,
      boolean stream,
      String mode,
      Integer status,
      String result,
      Long lateMs) {}

  /** An entry that is being written. */
  final class Open {

    private final Entry begun;
    private volatile Entry now;

    private Open(Entry begun) {
      this.begun = begun;
      this.now = begun;
    }

    /** Says what became of the request, and how late that was; what is said first stays. */
    synchronized void end(Integer status, String result, long lateNanos) {
      if (now == begun) {
        long nanos = System.nanoTime();
        now =
            new Entry(
                begun.id(),
                begun.atMs(),
                begun.atMs() + (nanos - begun.atNanos()) / 1_000_000,
                begun.atNanos(),
                nanos,
                begun.path(),
                begun.wire(),
                begun.stream(),
                begun.mode(),
                status,
                result,
                lateNanos / 1_000_000);
      }
    }
  }

  private final Deque<Open> entries = new ArrayDeque<>();
  private long emptied;

  /** Writes that a request has arrived. */
  Open begin(
      long id, long atMs, long atNanos, String path, String wire, boolean stream, String mode) {
    Open open =
        new Open(
            new Entry(id, atMs, null, atNanos, null, path, wire, stream, mode, null, null, null));
    synchronized (this) {
      if (entries.size() == MOST_ENTRIES) {
        entries.removeFirst();
        emptied++;
      }
      entries.addLast(open);
    }
    return open;
  }

  /** Requests that arrived at this time or later, oldest first. */
  synchronized List<Entry> since(long epochMillis) {
    List<Entry> found = new ArrayList<>();
    for (Open open : entries) {
      if (open.begun.atMs() >= epochMillis) {
        found.add(open.now);
      }
    }
    return found;
  }

  /** Requests that are no longer in it since there were too many. */
  synchronized long forgotten() {
    return emptied;
  }

  synchronized void clear() {
    entries.clear();
    emptied = 0;
  }
}
