package dev.aiendpoint.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.BaselineReader;
import dev.aiendpoint.json.JsonView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a live run sees, from the wire to the verdict: limits, and streams held back. */
class LiveFactsIT {

  private static final String BASELINE =
      """
      { "plan": "limits", "profile": "generic", "thresholds": [
        { "id": "word", "check": "count(ratelimit.broken) == 0", "minSamples": 1 },
        { "id": "length", "check": "max(ratelimit.length) < 60 s", "minSamples": 1 } ] }
      """;

  @TempDir private Path folder;

  /** Refused and told 50 ms; refused at that moment and told 60 s; served at once all the same. */
  private static final List<String> ANSWERS = List.of("retry-after-ms: 50", "Retry-After: 60", "");

  @Test
  void shouldHoldTheServerToItsWordInTheVerdict() throws Exception {
    Iterator<String> answers = ANSWERS.iterator();
    FaultServer.Script script =
        call -> {
          String header = answers.next();
          if (header.isEmpty()) {
            call.whole("200 OK", "application/json", "{\"answer\":\"hi\"}");
          } else {
            call.whole("429 Too Many Requests", "application/json", "{}", header);
          }
        };
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      BaselineRun run =
          new BaselineRun(BaselineReader.read("b.json", BASELINE), folder, Optional.empty());
      run.start();
      for (int i = 0; i < ANSWERS.size(); i++) {
        SampleResult result = SamplerBench.run(request).result();
        result.setThreadName("users 1-1");
        run.record(event(result));
        pause(150);
      }
      run.end();
    }
    JsonView verdict =
        JsonView.parse(Files.readString(folder.resolve("verdict.json"))).orElseThrow();
    JsonView limits = verdict.get("rateLimits");
    assertThat(limits.get("limited").longValue()).hasValue(2);
    assertThat(limits.get("announced").longValue()).hasValue(2);
    assertThat(limits.get("broken").longValue()).hasValue(1);
    assertThat(limits.get("early").longValue()).hasValue(1);
    assertThat(limits.get("earliestMs").longValue().getAsLong()).isBetween(30_000L, 60_000L);
    assertThat(limits.get("longestMs").longValue().getAsLong()).isBetween(250L, 30_000L);
    assertThat(verdict.get("thresholds").get(0).get("verdict").textOrEmpty()).isEqualTo("FAIL");
    assertThat(verdict.get("thresholds").get(1).get("verdict").textOrEmpty()).isEqualTo("PASS");
  }

  @Test
  void shouldSayInTheVerdictThatStreamsCameInOneBurst() throws Exception {
    String event = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n";
    String stream = event.repeat(8) + "data: [DONE]\n\n";
    try (FaultServer server = FaultServer.start(call -> AiRequestIT.inOneBurst(call, stream))) {
      AiRequest request = SamplerBench.request(server);
      BaselineRun run =
          new BaselineRun(BaselineReader.read("b.json", BASELINE), folder, Optional.empty());
      run.start();
      run.record(event(SamplerBench.run(request).result()));
      run.end();
    }
    JsonView verdict =
        JsonView.parse(Files.readString(folder.resolve("verdict.json"))).orElseThrow();
    assertThat(verdict.get("reasons").items())
        .extracting(JsonView::textOrEmpty)
        .anyMatch(reason -> reason.startsWith("1 of 1 generated streams arrived in one burst"));
    assertThat(verdict.get("rateLimits").exists()).as("no request was refused").isFalse();
  }

  /** With the columns of this thread, as JMeter's threads make it. */
  private static SampleEvent event(SampleResult result) {
    return new SampleEvent(result, "users", JMeterContextService.getContext().getVariables());
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
