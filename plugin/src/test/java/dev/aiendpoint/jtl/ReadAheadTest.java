package dev.aiendpoint.jtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ReadAheadTest {

  @TempDir private Path folder;

  private Path file(int rows, String end) throws IOException {
    StringBuilder text = new StringBuilder("timeStamp,elapsed,label,success\n");
    for (int i = 0; i < rows; i++) {
      text.append(1_000 + i).append(",5,READ a,true\n");
    }
    return Files.writeString(folder.resolve("results.csv"), text + end);
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("result file"))
        .count();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_023, 1_024, 1_025, 20_000})
  void shouldHandOnWhatTheFileHoldsInItsOrderAndInTheCallersThread(int rows) throws IOException {
    Path file = file(rows, "");
    List<Sample> straight = new ArrayList<>();
    ResultFile expected = ResultFileReader.read(file, straight::add);
    List<Sample> ahead = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();

    ResultFile read =
        ReadAhead.read(
            file,
            sample -> {
              ahead.add(sample);
              threads.add(Thread.currentThread());
            });

    assertThat(read).isEqualTo(expected);
    assertThat(ahead).isEqualTo(straight).hasSize(rows);
    assertThat(threads).allMatch(Thread.currentThread()::equals);
  }

  @Test
  void shouldHandOnWhatCameBeforeTheDamage() throws IOException {
    Path file = file(3_000, "oops,5,READ a,true\n");
    List<Sample> ahead = new ArrayList<>();

    assertThatThrownBy(() -> ReadAhead.read(file, ahead::add))
        .isInstanceOf(InvalidResultFileException.class)
        .hasMessageContaining("line 3002");
    assertThat(ahead).hasSize(3_000);
  }

  @Test
  void shouldLeaveNoThreadBehindWhenTheSamplesAreRefused() throws Exception {
    Path file = file(50_000, "");

    assertThatThrownBy(
            () ->
                ReadAhead.read(
                    file,
                    sample -> {
                      throw new IllegalArgumentException("no room");
                    }))
        .hasMessage("no room");
    while (threads() > 0) {
      Thread.sleep(10);
    }
  }

  @Test
  void shouldSayThatThereIsNoSuchFile() {
    assertThatThrownBy(() -> ReadAhead.read(folder.resolve("none.csv"), sample -> {}))
        .isInstanceOf(InvalidResultFileException.class)
        .hasMessageContaining("no such file");
  }
}
