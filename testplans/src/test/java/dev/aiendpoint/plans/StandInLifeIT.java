package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The embedded stand-in lives exactly as long as the JMeter that started it. */
class StandInLifeIT {

  @Test
  void shouldEndWithAJMeterThatIsKilled() throws Exception {
    Process jmeter =
        JMeterProcess.start(
            "killed",
            JMeterProcess.ROOT.resolve("testplans/smoke-test.jmx"),
            Map.of("smoke.duration", "120 s"));
    try {
      ProcessHandle standIn = childOf(jmeter);
      assertThat(standIn.isAlive()).isTrue();
      jmeter.destroyForcibly().waitFor();
      standIn.onExit().get(10, TimeUnit.SECONDS);
      assertThat(standIn.isAlive()).isFalse();
    } finally {
      jmeter.descendants().forEach(ProcessHandle::destroyForcibly);
      jmeter.destroyForcibly();
    }
  }

  private static ProcessHandle childOf(Process jmeter) throws InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      List<ProcessHandle> children = jmeter.children().toList();
      if (!children.isEmpty()) {
        return children.get(0);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("JMeter started no stand-in: " + Path.of("").toAbsolutePath());
  }
}
