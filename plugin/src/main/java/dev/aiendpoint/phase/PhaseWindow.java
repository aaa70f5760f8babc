package dev.aiendpoint.phase;

/**
 * When a phase begins and ends and how much load it reaches.
 *
 * @param name name of the phase
 * @param startMillis begin, milliseconds since the start of the profile
 * @param endMillis end, milliseconds since the start of the profile
 * @param users most users that the phase asks for; 0 in a phase of arrivals
 * @param arrivalsPerSecond highest arrival rate that the phase asks for; 0 in a phase of users
 */
public record PhaseWindow(
    String name, long startMillis, long endMillis, int users, double arrivalsPerSecond) {}
