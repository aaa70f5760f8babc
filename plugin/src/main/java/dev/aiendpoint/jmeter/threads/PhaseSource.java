package dev.aiendpoint.jmeter.threads;

/** A thread group that knows which phase it is in. */
public interface PhaseSource {

  /** Name of the phase now; empty when no profile is running. Thread-safe and cheap. */
  String currentPhase();
}
