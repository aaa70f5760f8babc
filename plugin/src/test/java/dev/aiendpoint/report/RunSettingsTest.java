package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.RunOrigin;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.stats.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSettingsTest {

  private static final Instant START = Instant.parse("2026-11-02T09:30:00.250Z");

  @TempDir Path folder;

  private Path verdict(Map<String, String> settings) throws IOException {
    RunVerdict run =
        new RunVerdict(
            "ai-load",
            VerdictWord.NO_DATA,
            List.of(),
            "",
            START,
            START.plusSeconds(60),
            List.of(),
            new RunRecorder(0).snapshot(),
            "",
            new RunOrigin("", settings, Map.of()));
    return Files.writeString(folder.resolve("verdict.json"), new VerdictJsonWriter().write(run));
  }

  @Test
  void shouldReadBackWhatTheVerdictKeeps() throws IOException {
    Map<String, String> settings =
        Map.of("users.scale", "0.2", "smoke.ai", "off", "circuit.hook.on", "http://h/on?key=hush");

    assertThat(RunSettings.read(verdict(settings)).orElseThrow().settings())
        .containsOnly(
            Map.entry("users.scale", "0.2"),
            Map.entry("smoke.ai", "off"),
            Map.entry("circuit.hook.on", "http://h/on?…"));
  }

  @Test
  void shouldKnowItsRunByPlanAndTime() throws IOException {
    RunSettings kept = RunSettings.read(verdict(Map.of())).orElseThrow();

    assertThat(kept.isOf("ai-load", START.plusSeconds(1), START.plusSeconds(59))).isTrue();
    assertThat(kept.isOf("smoke-test", START.plusSeconds(1), START.plusSeconds(59))).isFalse();
    assertThat(kept.isOf("ai-load", START.minusSeconds(3_600), START.minusSeconds(3_000)))
        .isFalse();
    assertThat(kept.isOf("ai-load", START, START.plusSeconds(3_600))).isFalse();
  }

  @Test
  void shouldTakeNothingFromAFileOfSomethingElse() throws IOException {
    assertThat(RunSettings.read(folder.resolve("none.json"))).isEmpty();
    assertThat(RunSettings.read(Files.writeString(folder.resolve("a.json"), "[]"))).isEmpty();
    assertThat(RunSettings.read(Files.writeString(folder.resolve("b.json"), "{\"plan"))).isEmpty();
  }
}
