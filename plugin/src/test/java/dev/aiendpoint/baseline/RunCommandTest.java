package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

  @Test
  void shouldKeepOnlyWhatDiffersFromTheDefaults() {
    assertThat(
            RunCommand.settings(
                Map.of(
                    "duration.scale", "0.05",
                    "users.scale", "1",
                    "smoke.ai", "ON",
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

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "auth.bearer|hush|…",
        "ai.apiKey|hush|…",
        "ai.key|hush|…",
        "circuit.hook.on.body|{\"pass\":\"hush\"}|…",
        "base.url|https://me:hush@host/|https://…@host/",
        "circuit.hook.on|http://h:1/on?key=hush|http://h:1/on?…",
        "circuit.hook.on|http://me:hush@h/on?key=hush#hush|http://…@h/on?…",
        "circuit.hook.off|http://h/on#hush|http://h/on?…",
        "circuit.hook.off|http://h/on?a=b c=hush|http://h/on?…",
        "provider.control.url|http://h/$1\\?key=hush|http://h/$1\\?…",
        "ai.targets|http://a/b http://c/d?key=hush|http://a/b http://c/d?…",
        "ai.target|host/path?key=hush|host/path?…",
        "circuit.fault|{\"mode\":\"status\"}|{\"mode\":\"status\"}",
        "ai.question|what? why?|what? why?",
      })
  void shouldShowNoSecret(String name, String value, String shown) {
    assertThat(RunCommand.settings(Map.of(name, value), false)).isEqualTo(Map.of(name, shown));
  }

  @Test
  void shouldShowNoSecretInTheOriginOfARun() {
    Map<String, String> given = Map.of("circuit.hook.on", "http://h/on?key=hush");
    assertThat(new RunOrigin("", given, Map.of()).settings())
        .isEqualTo(Map.of("circuit.hook.on", "http://h/on?…"));
  }

  @Test
  void shouldShowNoSecretInACondition() {
    Condition condition = Condition.parse("circuit.hook.on=").orElseThrow();
    assertThat(condition.contradiction(Map.of("circuit.hook.on", "http://h/on?key=hush")))
        .isEqualTo("circuit.hook.on is 'http://h/on?…'");
  }

  @Test
  void shouldQuoteWhatAShellWouldSplit() {
    assertThat(RunCommand.maven("ai-load", Map.of("smoke.think", "it's 1 s")))
        .isEqualTo("mvn jmeter:jmeter -Dplan=ai-load -Dsmoke.think='it'\\''s 1 s'");
    assertThat(RunCommand.jmeter("my plan", Map.of("budget", "50000")))
        .isEqualTo("jmeter -n -t 'my plan.jmx' -Jbudget=50000");
  }
}
