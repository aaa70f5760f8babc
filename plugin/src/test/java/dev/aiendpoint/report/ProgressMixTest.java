package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressMixTest {

  @Test
  void shouldBeAbsentWhileAllSamplesAreOfOneClass() {
    assertThat(ProgressFacts.Mix.of(Map.of())).isEmpty();
    assertThat(ProgressFacts.Mix.of(Map.of(OperationClass.AI, 5L))).isEmpty();
    assertThat(ProgressFacts.Mix.of(Map.of(OperationClass.AI, 5L, OperationClass.OTHER, 9L)))
        .isEmpty();
  }

  @Test
  void shouldCountWhatARunRecordedSoFar() {
    RunRecorder run = new RunRecorder(0);
    TestSample.of("READ a").recordIn(run, 6);
    TestSample.of("AI b").recordIn(run, 3);
    TestSample.of("WRITE c").recordIn(run, 1);
    TestSample.of("CONTROL d").recordIn(run, 7);
    run.interval(1_000_000_000);
    TestSample.of("READ a").recordIn(run, 4);

    assertThat(ProgressFacts.Mix.of(run.interval(2_000_000_000).operationsSoFar()))
        .contains(new ProgressFacts.Mix(10, 3, 1));
  }
}
