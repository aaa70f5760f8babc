package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The result files of the plans are what the Jenkins Performance plugin reads. */
class PerformancePluginIT {

  /** The plugin makes one key of a label in which these are others, or breaks its pages. */
  private static final Pattern UNSTABLE = Pattern.compile("[/:&<]");

  private static final int LONGEST_LABEL = 130;
  private static final long PATIENCE_MILLIS = 60_000;

  @BeforeAll
  static void startAll() {
    TrafficRuns.start();
  }

  @TestFactory
  List<DynamicTest> shouldBeReadWhole() {
    return TrafficRuns.names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> shouldBeReadWhole(TrafficRuns.get(name))))
        .toList();
  }

  static void shouldBeReadWhole(PlanRun run) throws IOException {
    if (run.exitCode() == 104) {
      return;
    }
    List<PerformancePluginCsv.Row> rows = PerformancePluginCsv.read(run.resultFile());

    assertThat(rows)
        .as("each sample once: no sub-result and no transaction is a row")
        .hasSize(run.verdict().path("samples").asInt() + run.verdict().path("control").asInt());
    assertThat(rows)
        .extracting(PerformancePluginCsv.Row::label)
        .allMatch(label -> label.length() <= LONGEST_LABEL)
        .noneMatch(label -> UNSTABLE.matcher(label).find());
    assertThat(rows.stream().map(PerformancePluginCsv.Row::label).distinct().count())
        .as("labels name operations, not single requests")
        .isLessThan(60);
  }

  @Test
  void shouldBeCompleteAfterATermination() throws Exception {
    Process process = startLong("terminated", Map.of());
    awaitRows("terminated", 30);

    process.destroy();

    shouldBeCompleteAfterAnAbort("terminated", process);
    assertThat(process.exitValue()).as("no verdict").isEqualTo(97);
  }

  @Test
  void shouldBeCompleteAfterStopNow() throws Exception {
    int port = freePort();
    Process process =
        startLong(
            "stopped-now",
            Map.of(
                "jmeterengine.nongui.port", Integer.toString(port),
                "jmeterengine.nongui.maxport", Integer.toString(port)));
    awaitRows("stopped-now", 30);

    sendToJMeter("StopTestNow", port);

    shouldBeCompleteAfterAnAbort("stopped-now", process);
  }

  private static Process startLong(String name, Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("smoke.duration", "2 min");
    settings.put("smoke.think", "100");
    return JMeterProcess.start(
        name, JMeterProcess.ROOT.resolve("testplans/smoke-test.jmx"), settings);
  }

  private static Path file(String name, String file) throws IOException {
    return JMeterProcess.folder(name).resolve(file);
  }

  /** JMeter writes its file in blocks, so a file that grows is a file that is cut somewhere. */
  private static void awaitRows(String name, int rows) throws IOException, InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    Path results = file(name, "results.csv");
    while (!Files.exists(results) || Files.size(results) < 150L * rows) {
      assertThat(System.currentTimeMillis())
          .as("it printed: " + Files.readString(file(name, "output.txt")))
          .isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  private static void shouldBeCompleteAfterAnAbort(String name, Process process)
      throws IOException, InterruptedException {
    assertThat(process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).as("ends").isTrue();
    List<PerformancePluginCsv.Row> rows = PerformancePluginCsv.read(file(name, "results.csv"));

    assertThat(rows).hasSizeGreaterThan(30);
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void sendToJMeter(String command, int port) throws IOException {
    byte[] bytes = command.getBytes(StandardCharsets.US_ASCII);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "a cut last line # timeStamp,elapsed,label,responseCode,success,bytes,sentBytes\\n1,2,a,200,tr",
        "a short row # timeStamp,elapsed,label,responseCode,success,bytes,sentBytes\\n1,2,a\\n",
        "no bytes # timeStamp,elapsed,label,responseCode,success\\n1,2,a,200,true\\n",
        "a byte order mark # \uFEFFtimeStamp,elapsed,label,responseCode,success,bytes,sentBytes\\n",
        "a quote first # \"timeStamp\",elapsed,label,responseCode,success,bytes,sentBytes\\n",
        "a bar # timeStamp|elapsed|label|responseCode|success|bytes|sentBytes\\n",
        "an open quote # timeStamp,elapsed,label,responseCode,success,bytes,sentBytes\\n1,2,\"a\\n"
      })
  void shouldSeeWhatThePluginRefuses(String name, String text, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("r.csv"), text.translateEscapes());

    assertThatThrownBy(() -> PerformancePluginCsv.read(file))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
