package dev.aiendpoint.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogProcessor;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramLogFileTest {

  private final RunRecorder recorder = new RunRecorder(0);

  @Test
  void shouldBeReadableByHdrHistogramsOwnReader() {
    long start = 1_790_000_000_000L;
    for (String phase : new String[] {"normal", "peak"}) {
      TestSample.of("AI chat, first")
          .phase(phase)
          .start(start)
          .elapsed(2_500)
          .outcome(Outcome.GENERATED)
          .recordIn(recorder, 30);
    }
    TestSample.of("AI chat, first")
        .start(start + 1_000)
        .elapsed(9)
        .failed(Outcome.RATE_LIMITED, "429", "")
        .recordIn(recorder, 7);
    ByteArrayOutputStream file = new ByteArrayOutputStream();

    HistogramLogFile.write(recorder.snapshot(), file);

    HistogramLogReader reader =
        new HistogramLogReader(new ByteArrayInputStream(file.toByteArray()));
    Map<String, Histogram> read = new LinkedHashMap<>();
    for (var next = reader.nextIntervalHistogram();
        next != null;
        next = reader.nextIntervalHistogram()) {
      read.put(next.getTag(), (Histogram) next);
    }
    assertThat(read).containsOnlyKeys("AI_chat__first.GENERATED", "AI_chat__first.RATE_LIMITED");
    Histogram generated = read.get("AI_chat__first.GENERATED");
    assertThat(generated.getTotalCount()).isEqualTo(60);
    assertThat(generated.valuesAreEquivalent(generated.getValueAtPercentile(50), 2_500)).isTrue();
    assertThat(generated.getStartTimeStamp()).isEqualTo(start);
    assertThat(generated.getEndTimeStamp()).isEqualTo(start + 2_500);
    assertThat(read.get("AI_chat__first.RATE_LIMITED").getMaxValue()).isEqualTo(9);
    assertThat(file.toString(StandardCharsets.UTF_8))
        .startsWith("#[Histogram log format version 1.3]")
        .contains("milliseconds");
  }

  @Test
  void shouldBeReadableByHdrHistogramsOwnProcessor(@TempDir Path folder) throws Exception {
    TestSample.of("READ match").start(1_790_000_000_000L).elapsed(250).recordIn(recorder, 20);
    TestSample.of("AI chat").start(1_790_000_000_000L).elapsed(900).recordIn(recorder, 5);
    Path log = folder.resolve("latency.hlog");
    try (var out = Files.newOutputStream(log)) {
      HistogramLogFile.write(recorder.snapshot(), out);
    }
    Path table = folder.resolve("table");

    new HistogramLogProcessor(
            new String[] {
              "-i",
              log.toString(),
              "-o",
              table.toString(),
              "-tag",
              "READ_match.SERVED",
              "-outputValueUnitRatio",
              "1.0"
            })
        .run();

    assertThat(Files.readString(folder.resolve("table.hgrm")))
        .contains("250.000", "Total count    =           20")
        .doesNotContain("900.000");
  }
}
