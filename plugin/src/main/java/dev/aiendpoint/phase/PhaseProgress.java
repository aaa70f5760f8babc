package dev.aiendpoint.phase;

import java.time.Duration;

/**
 * Where a running group stands.
 *
 * @param group name of the thread group
 * @param phase current phase
 * @param users users that are running now, idle ones and those that finish their iteration included
 * @param targetUsers users wanted now; 0 in a phase of arrivals
 * @param arrivalsPerSecond arrival rate wanted now; 0 in a phase of users
 * @param timeLeft until the end of the last phase, 0 when it has passed
 * @param maxUsers most users that the group may have in the whole run
 * @param dropped arrivals so far that found no free user
 */
public record PhaseProgress(
    String group,
    String phase,
    int users,
    int targetUsers,
    double arrivalsPerSecond,
    Duration timeLeft,
    int maxUsers,
    long dropped) {}
