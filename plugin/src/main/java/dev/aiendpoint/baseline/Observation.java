package dev.aiendpoint.baseline;

import java.util.OptionalDouble;

/**
 * A figure of a run.
 *
 * @param value in the unit of the metric's dimension; absent when nothing tells it
 * @param samples how many samples it stands on
 */
public record Observation(OptionalDouble value, long samples) {}
