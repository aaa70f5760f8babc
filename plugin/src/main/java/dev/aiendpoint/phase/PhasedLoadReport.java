package dev.aiendpoint.phase;

import java.util.List;
import java.util.Optional;

/**
 * What a group was asked to do and what became of it.
 *
 * @param group name of the thread group
 * @param startMillis start of the profile, epoch milliseconds
 * @param windows phases at their scale
 * @param maxUsers most users that the group might have had
 * @param usersReached most users that ran at once
 * @param arrivals iterations that came due in phases of arrivals
 * @param dropped those of them that found no free user
 * @param failure why the load could not be kept up, empty when it could
 */
public record PhasedLoadReport(
    String group,
    long startMillis,
    List<PhaseWindow> windows,
    int maxUsers,
    int usersReached,
    long arrivals,
    long dropped,
    Optional<String> failure) {

  public PhasedLoadReport {
    windows = List.copyOf(windows);
  }
}
