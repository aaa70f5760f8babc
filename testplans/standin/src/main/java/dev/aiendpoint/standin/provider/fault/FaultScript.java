package dev.aiendpoint.standin.provider.fault;

import java.util.List;

/**
 * Faults to be switched on at their times.
 *
 * @param steps in order of time
 */
public record FaultScript(List<Step> steps) {

  /** No steps. */
  public static final FaultScript EMPTY = new FaultScript(List.of());

  /**
   * One of them.
   *
   * @param atMs after the provider's start
   */
  public record Step(long atMs, FaultSetting fault) {}

  public FaultScript {
    steps = List.copyOf(steps);
  }
}
