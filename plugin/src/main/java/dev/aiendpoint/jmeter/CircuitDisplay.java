package dev.aiendpoint.jmeter;

import dev.aiendpoint.circuit.MonitoredCircuit;

/**
 * Where an {@link AiCircuitMonitor} shows a circuit while the test runs. Called from a thread of
 * the monitor, at most a few times a second; never from the threads of samplers.
 */
public interface CircuitDisplay {

  /**
   * A test has begun to send its circuit here.
   *
   * @param startAnew makes the monitor forget what it has seen; may be called from any thread
   */
  void begin(Runnable startAnew);

  /**
   * The circuit up to now.
   *
   * @param startMillis when the monitor began to look, epoch milliseconds
   */
  void show(MonitoredCircuit circuit, long startMillis);
}
