package dev.aiendpoint.baseline;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure of a run.
 *
 * @param value in the unit of the metric's dimension; absent when nothing tells it
 * @param samples how many samples it stands on
 * @param words what it is in words, where a number says nothing
 */
public record Observation(OptionalDouble value, long samples, Optional<String> words) {

  public Observation(OptionalDouble value, long samples) {
    this(value, samples, Optional.empty());
  }
}
