package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunCommandTest {

  @Test
  void shouldKeepOnlyWhatDiffersFromTheDefaults() {
    assertThat(
            RunCommand.settings(
                Map.of(
                    "duration.scale", "0.05",
                    "users.scale", "1",
                    "profile", "connect",
                    "project.root", "/somewhere",
                    "plan", "ai-load"),
                false))
        .isEqualTo(Map.of("duration.scale", "0.05"));
  }

  @Test
  void shouldLeaveOutTheAddressOfAnEmbeddedStandInOnly() {
    Map<String, String> given = Map.of("base.url", "http://127.0.0.1:4711");
    assertThat(RunCommand.settings(given, true)).isEmpty();
    assertThat(RunCommand.settings(given, false)).isEqualTo(given);
  }

  @Test
  void shouldShowNoSecret() {
    assertThat(
            RunCommand.settings(
                Map.of(
                    "auth.bearer", "abc",
                    "ai.apiKey", "xyz",
                    "base.url", "https://me:hush@host/"),
                false))
        .isEqualTo(Map.of("auth.bearer", "…", "ai.apiKey", "…", "base.url", "https://…@host/"));
  }

  @Test
  void shouldQuoteWhatAShellWouldSplit() {
    assertThat(RunCommand.maven("ai-load", Map.of("smoke.think", "it's 1 s")))
        .isEqualTo("mvn jmeter:jmeter -Dplan=ai-load -Dsmoke.think='it'\\''s 1 s'");
    assertThat(RunCommand.jmeter("my plan", Map.of("budget", "50000")))
        .isEqualTo("jmeter -n -t 'my plan.jmx' -Jbudget=50000");
  }
}
