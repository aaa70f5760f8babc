package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.json.JsonView;
import dev.aiendpoint.ratelimit.Announcement;
import dev.aiendpoint.ratelimit.LimitReport;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitReportingTest {

  private final RunRecorder recorder = new RunRecorder(0);

  private void record(String label, long start, Outcome outcome, long waitMillis) {
    Sample sample = TestSample.of(label).start(start).elapsed(10).outcome(outcome).build();
    recorder.recordLimit(
        sample,
        "user",
        waitMillis < 0 ? Optional.empty() : Optional.of(new Announcement(waitMillis, "x")));
  }

  private LimitReport report() {
    return recorder.snapshot().rateLimits();
  }

  private JsonView json() {
    return JsonView.parse(RateLimitJson.of(report()).toString()).orElseThrow();
  }

  @Test
  void shouldWriteWhatWasAnnouncedAndWhatWasKept() {
    record("AI chat", 0, Outcome.RATE_LIMITED, 1_000);
    record("AI chat", 1_500, Outcome.RATE_LIMITED, 60_000);
    record("AI chat", 2_010, Outcome.GENERATED, -1);
    record("AI explanation", 0, Outcome.RATE_LIMITED, -1);

    assertThat(json().members().keySet())
        .containsExactly(
            "limited",
            "announced",
            "kept",
            "broken",
            "early",
            "earliestMs",
            "episodes",
            "unended",
            "longestMs",
            "meanMs",
            "byLabel");
    assertThat(json().get("broken").longValue()).hasValue(1);
    assertThat(json().get("early").longValue()).hasValue(1);
    assertThat(json().get("earliestMs").longValue()).hasValue(59_500);
    assertThat(json().get("byLabel").items()).hasSize(2);
    JsonView other = json().get("byLabel").get(1);
    assertThat(other.get("label").textOrEmpty()).isEqualTo("AI explanation");
    assertThat(other.get("unended").longValue()).hasValue(1);
    assertThat(other.get("meanMs").exists()).as("none has ended: unknown").isFalse();

    assertThat(RateLimitLine.of(report()))
        .isEqualTo(
            "3 refused, 2 told when to come back; a user was refused for at most 2 s"
                + " (n = 2, 1 until the end); word kept 0 times, broken 1, served early 1"
                + " (by up to 59.5 s) (n = 2)");
  }

  @Test
  void shouldSayWhereTheWordWasNotPutToTheTest() {
    record("AI chat", 0, Outcome.RATE_LIMITED, 1_000);
    assertThat(RateLimitLine.of(report()))
        .endsWith("whether the word is kept was not put to the test");
  }
}
