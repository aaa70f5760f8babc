package dev.aiendpoint.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.circuit.DeclaredPoint.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A provider that is slow to fail at first and then fails at once looks like an open circuit where
 * there is none. Users cannot tell; the provider's log can.
 */
class InstantFailuresTest {

  private static final int HISTORIES = 200;

  private static MonitoredCircuit watched(BreakerHistory history) {
    CircuitRecorder recorder = new CircuitRecorder();
    history.run().seen().forEach(recorder::record);
    return new MonitoredCircuit(
        "AI Circuit Monitor",
        List.of(),
        new DeclaredCircuit(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.of(10_000),
            OptionalLong.empty()),
        recorder.report());
  }

  private static DeclaredPoint openTime(MonitoredCircuit circuit, Optional<ProviderLog> log) {
    return circuit.points(log).get(0);
  }

  @Test
  void shouldBeContradictedByTheProvidersLog() {
    int deceived = 0;
    int contradicted = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      BreakerHistory history = BreakerHistory.turningInstant(seed);
      MonitoredCircuit circuit = watched(history);
      if (!circuit.report().opened(Set.of()).isEmpty()) {
        deceived++;
        DeclaredPoint point = openTime(circuit, Optional.of(history.providerLog()));
        boolean told = point.observed().contains("calls reached the provider");
        contradicted += told ? 1 : 0;
        assertThat(point.finding() == Finding.MISMATCH || !told).as(point.toString()).isTrue();
      }
    }
    assertThat(contradicted).isGreaterThanOrEqualTo(deceived * 9 / 10);
    assertThat(deceived).as("users cannot tell").isGreaterThan(HISTORIES / 10);
  }

  @Test
  void shouldNotDoubtARealBreaker() {
    int doubted = 0;
    int opened = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      BreakerHistory history = new BreakerHistory(seed, false, false);
      MonitoredCircuit circuit = watched(history);
      opened += circuit.report().opened(Set.of()).isEmpty() ? 0 : 1;
      String observed = openTime(circuit, Optional.of(history.providerLog())).observed();
      doubted += observed.contains("calls reached the provider") ? 1 : 0;
    }
    assertThat(opened).isGreaterThan(HISTORIES / 2);
    assertThat(doubted).isZero();
  }
}
