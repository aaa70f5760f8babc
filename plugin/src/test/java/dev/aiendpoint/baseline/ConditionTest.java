package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  @ParameterizedTest(name = "{0} where {1}={2} was given: {3}")
  @CsvSource({
    "smoke.ai=on, , , true",
    "smoke.ai!=off, , , true",
    "smoke.ai=off, , , false",
    "smoke.ai=on, smoke.ai, ON, true",
    "smoke.ai=on, smoke.ai, off, false",
    "duration.scale=1, , , true",
    "duration.scale=1.0, duration.scale, 1, true",
    "duration.scale!=1, duration.scale, 0.5, true",
    "profile=generic, , , true",
    "profile=generic, profile, connect, false",
    "profile=connect, profile, connect, true",
    "standin.breaker=, , , true",
    "standin.breaker!=off, , , true",
    "circuit.hook.on!=, circuit.hook.on, http://h/on?key=hush, true",
    "ai.build=1.0.0, ai.build, 1.0.0, true",
  })
  void shouldHoldLiveAsInAResultFile(String condition, String name, String value, boolean holds)
      throws Exception {
    RunRecorder recorder = new RunRecorder(0);
    TestSample.of("AI chat").recordIn(recorder, 30);
    Baseline baseline =
        BaselineReader.read(
            "b",
            """
            {"plan": "p", "profile": "generic", "thresholds": [
              {"id": "t", "check": "rate(errors) < 1 %", "when": "WHEN"}]}
            """
                .replace("WHEN", condition));
    Map<String, String> given = name == null ? Map.of() : Map.of(name, value);
    Map<String, String> kept = RunCommand.settings(given, false);

    for (EvaluationContext context :
        new EvaluationContext[] {
          EvaluationContext.live(given, ""),
          EvaluationContext.offline(kept, EnumSet.noneOf(SampleColumn.class), "")
        }) {
      Evaluation evaluation = BaselineEvaluator.evaluate(baseline, recorder.snapshot(), context);
      assertThat(evaluation.results()).as(context.mode().name()).hasSize(holds ? 1 : 0);
    }
  }

  @Test
  void shouldKnowTheDefaultsThatThePageOfPropertiesNames() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "properties.md"));

    SettingDefaults.ALL.forEach(
        (name, value) -> assertThat(page).contains("| `" + name + "` | `" + value + "` |"));
  }
}
