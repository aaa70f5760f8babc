package dev.aiendpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar … check} on a file many times the size of its memory. */
class CheckLargeFileIT {

  private static final int BLOCKS = 1_500;
  private static final int ROWS = 1_000;

  @TempDir Path folder;

  @Test
  void shouldReadAFileManyTimesItsHeap() throws Exception {
    Path jtl = folder.resolve("large.csv");
    generate(jtl);
    assertThat(Files.size(jtl)).isGreaterThan(6 * 32L * 1024 * 1024);
    Path baseline =
        Files.writeString(
            folder.resolve("baseline.json"),
            "{\"plan\": \"large\", \"thresholds\": ["
                + "{\"id\": \"all\", \"check\": \"count(samples) >= "
                + BLOCKS * ROWS
                + "\"}]}");
    Path printed = folder.resolve("printed.txt");

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-jar",
                System.getProperty("plugin.jar"),
                "check",
                "--baseline",
                baseline.toString(),
                "--jtl",
                jtl.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ends").isTrue();
    assertThat(process.exitValue()).as(Files.readString(printed)).isZero();
    assertThat(printed).content().startsWith("PASS large  " + BLOCKS * ROWS + " samples");
  }

  private static void generate(Path file) throws IOException {
    StringBuilder block = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      block.append(1_790_000_000_000L + i).append(',').append(i % 900).append(",READ label ");
      block.append(i % 40).append(",200,OK,users 1-").append(i % 150).append(",text,true,,");
      block.append(1_000 + i).append(",400,150,150,http://127.0.0.1:8080/api/matches?page=");
      block.append(i).append(",9,0,1,normal,SERVED,,,,,,,,\n");
    }
    byte[] rows = block.toString().getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(
          ("timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
                  + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect,"
                  + "\"ai_phase\",\"ai_outcome\",\"ai_cache\",\"ai_circuit\",\"ai_ttft_ms\","
                  + "\"ai_tpot_ms\",\"ai_icl_max_ms\",\"ai_tokens_in\",\"ai_tokens_out\",\"ai_cost\"\n")
              .getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < BLOCKS; i++) {
        out.write(rows);
      }
    }
  }
}
