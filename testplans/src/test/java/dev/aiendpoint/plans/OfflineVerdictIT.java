package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code check} gives the live verdict, threshold for threshold, for every run of a plan. */
class OfflineVerdictIT {

  @BeforeAll
  static void startAll() {
    TrafficRuns.start();
  }

  @TestFactory
  List<DynamicTest> shouldDecideEachTrafficRunAsItWasDecidedLive() {
    return TrafficRuns.names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      PlanRun run = TrafficRuns.get(name);
                      if (run.exitCode() == 104) {
                        assertThat(run.rows()).as("refused, so without samples").isEmpty();
                      } else {
                        OfflineCheck.assertAgrees(run);
                      }
                    }))
        .toList();
  }
}
