package dev.aiendpoint.stats;

/**
 * What became of the arrivals of one thread group.
 *
 * @param group name of the thread group
 * @param planned iterations that came due by its phases of arrivals
 * @param dropped those of them that found no free user
 * @param maxUsers most users that the group might have had
 */
public record ArrivalCount(String group, long planned, long dropped, int maxUsers) {

  /** Iterations that a user began. */
  public long started() {
    return planned - dropped;
  }
}
