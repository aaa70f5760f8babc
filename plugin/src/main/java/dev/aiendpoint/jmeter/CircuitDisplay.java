package dev.aiendpoint.jmeter;

import dev.aiendpoint.circuit.MonitoredCircuit;

/** Where an {@link AiCircuitMonitor} shows a circuit while the test runs. */
public interface CircuitDisplay extends LiveDisplay {

  /**
   * The circuit up to now.
   *
   * @param startMillis when the monitor began to look, epoch milliseconds
   */
  void show(MonitoredCircuit circuit, long startMillis);
}
