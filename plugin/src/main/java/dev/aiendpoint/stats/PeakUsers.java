package dev.aiendpoint.stats;

import java.util.Arrays;

/**
 * The most active users up to any moment, read off samples that come in any order. Immutable.
 *
 * <p>JMeter notes the number of active threads when a sample ends, which may be in a later phase
 * than the one that the sample started in, and so among other users. A phase lasts for certain
 * until its last sample starts; {@link #before} tells what was read up to then.
 *
 * <p>It holds one entry for each new most, with the earliest end at which it was read, so no more
 * entries than there were users. Those that no later question can tell apart are one.
 */
final class PeakUsers {

  static final PeakUsers NONE = new PeakUsers(new long[0], new int[0]);

  /** Both ascend. */
  private final long[] endMillis;

  private final int[] users;

  private PeakUsers(long[] endMillis, int[] users) {
    this.endMillis = endMillis;
    this.users = users;
  }

  /**
   * With one more reading; the same object when that tells nothing new.
   *
   * @param end when it was read
   * @param active how many users there were
   * @param settled no later question is about a moment before this
   */
  PeakUsers with(long end, int active, long settled) {
    int after = firstFrom(end + 1);
    if (active <= 0 || (after > 0 && users[after - 1] >= active)) {
      return this;
    }
    int next = after;
    while (next < users.length && users[next] <= active) {
      next++;
    }
    int until = firstFrom(end);
    int from = Math.max(0, Math.min(until, firstFrom(settled)) - 1);
    int kept = until - from;
    int size = kept + 1 + users.length - next;
    long[] ends = Arrays.copyOf(Arrays.copyOfRange(endMillis, from, until), size);
    int[] most = Arrays.copyOf(Arrays.copyOfRange(users, from, until), size);
    ends[kept] = end;
    most[kept] = active;
    System.arraycopy(endMillis, next, ends, kept + 1, users.length - next);
    System.arraycopy(users, next, most, kept + 1, users.length - next);
    return new PeakUsers(ends, most);
  }

  /** The most that were read before a moment; 0 when nothing was. */
  int before(long millis) {
    int entries = firstFrom(millis);
    return entries == 0 ? 0 : users[entries - 1];
  }

  /** The most that were ever read; 0 when nothing was. */
  int most() {
    return users.length == 0 ? 0 : users[users.length - 1];
  }

  int entries() {
    return users.length;
  }

  /** The first entry of that moment or later. */
  private int firstFrom(long millis) {
    int place = Arrays.binarySearch(endMillis, millis);
    return place >= 0 ? place : -place - 1;
  }
}
