package dev.aiendpoint.jtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.sample.SampleColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSampleReaderTest {

  private static final String STOCK =
      "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
          + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect";
  private static final String OURS =
      STOCK
          + ",\"ai_phase\",\"ai_outcome\",\"ai_cache\",\"ai_circuit\",\"ai_ttft_ms\",\"ai_tpot_ms\","
          + "\"ai_icl_max_ms\",\"ai_tokens_in\",\"ai_tokens_out\",\"ai_cost\"";

  private final List<Sample> samples = new ArrayList<>();

  private ResultFile read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private ResultFile read(InputStream in) throws IOException {
    return new CsvSampleReader(in).readAll(samples::add);
  }

  private Sample only() {
    assertThat(samples).hasSize(1);
    return samples.get(0);
  }

  private static String stockRow(long start, long elapsed, String label, String thread) {
    return start
        + ","
        + elapsed
        + ","
        + label
        + ",200,OK,"
        + thread
        + ",text,true,,9,9,1,3,http://x/,1,0,1\n";
  }

  @Test
  void shouldReadEveryColumnOfOurs() throws IOException {
    ResultFile file =
        read(
            OURS
                + "\n1790000000123,250,AI chat,503,Unavailable,users 1-1,text,false,"
                + "\"FALLBACK: no, thanks\",9,9,1,7,http://x/,1,0,1,peak,FALLBACK,BYPASS,"
                + "HALF_OPEN explicit,12.5,0.25,7,11,22,0.75\n");

    assertThat(file.columns()).containsExactlyInAnyOrder(SampleColumn.values());
    assertThat(file.hasThreadCounts()).isTrue();
    assertThat(file.remarks()).isEmpty();
    Sample sample = only();
    assertThat(sample.label()).isEqualTo("AI chat");
    assertThat(sample.startMillis()).isEqualTo(1_790_000_000_123L);
    assertThat(sample.elapsedMillis()).isEqualTo(250);
    assertThat(sample.success()).isFalse();
    assertThat(sample.responseCode()).isEqualTo("503");
    assertThat(sample.message()).isEqualTo("no, thanks");
    assertThat(sample.allThreads()).isEqualTo(7);
    assertThat(sample.phase()).isEqualTo("peak");
    assertThat(sample.outcome()).isEqualTo(Outcome.FALLBACK);
    assertThat(sample.cache()).isEqualTo(CacheStatus.BYPASS);
    assertThat(sample.circuit()).isEqualTo(CircuitEvidence.explicit(CircuitState.HALF_OPEN));
    assertThat(sample.ttftMillis()).hasValue(12.5);
    assertThat(sample.tpotMillis()).hasValue(0.25);
    assertThat(sample.iclMaxMillis()).hasValue(7);
    assertThat(sample.tokensIn()).hasValue(11);
    assertThat(sample.tokensOut()).hasValue(22);
    assertThat(sample.cost()).hasValue(0.75);
  }

  @Test
  void shouldReadAStockFile() throws IOException {
    ResultFile file = read(STOCK + "\n" + stockRow(1_000, 5, "READ a", "t 1-1"));

    assertThat(file.columns()).isEmpty();
    assertThat(only().outcome()).isEqualTo(Outcome.SERVED);
    assertThat(only().phase()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|", ":", " ", "~", "!", "§"})
  void shouldReadAnyDelimiterThatIsOneByte(String delimiter) throws IOException {
    String file =
        String.join(delimiter, "label", "success", "elapsed", "timeStamp", "\"ai_phase\"")
            + "\n"
            + String.join(delimiter, "\"READ" + delimiter + "a\"", "true", "7", "1000", "up")
            + "\n";
    if (delimiter.equals("§")) {
      assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidResultFileException.class);
      return;
    }
    read(file);

    assertThat(only().label()).isEqualTo("READ" + delimiter + "a");
    assertThat(only().elapsedMillis()).isEqualTo(7);
    assertThat(only().startMillis()).isEqualTo(1_000);
    assertThat(only().phase()).isEqualTo("up");
  }

  @ParameterizedTest(name = "line ends {0}")
  @CsvSource({"'\\n'", "'\\r\\n'", "'\\r'"})
  void shouldReadQuotedCellsAndEveryLineEnd(String escaped) throws IOException {
    String end = escaped.translateEscapes();
    read(
        ("timeStamp,elapsed,label,success,responseMessage,failureMessage#"
                + "1000,1,\"AI \"\"best\"\", first\",false,no,\"line one\nline \"\"two\"\"\"#"
                + "##"
                + "1001,2,질문,false,not found,#")
            .replace("#", end));

    assertThat(samples).hasSize(2);
    assertThat(samples.get(0).label()).isEqualTo("AI \"best\", first");
    assertThat(samples.get(0).message()).isEqualTo("line one\nline \"two\"");
    assertThat(samples.get(1).label()).isEqualTo("질문");
    assertThat(samples.get(1).message()).as("else the response message").isEqualTo("not found");
  }

  @Test
  void shouldTakeAVariableThatNothingSetAsNoValue() throws IOException {
    read(
        "timeStamp,elapsed,label,success,responseMessage,failureMessage,ai_phase,ai_outcome,ai_cost\n"
            + "1000,1,a,false,null,null,null,null,null\n");

    assertThat(only().phase()).isEmpty();
    assertThat(only().message()).isEmpty();
    assertThat(only().outcome()).isEqualTo(Outcome.ASSERTION_FAILED);
    assertThat(only().cost()).isEmpty();
  }

  @Test
  void shouldPassOverAHeaderInBetween() throws IOException {
    String one = STOCK + "\n" + stockRow(1_000, 5, "READ a", "t 1-1");

    assertThat(read(one + one).samples()).isEqualTo(2);
  }

  @Test
  void shouldLeaveOutTransactionControllers() throws IOException {
    ResultFile file =
        read(
            STOCK
                + "\n"
                + stockRow(1_000, 5, "READ a", "t 1-1")
                + stockRow(1_000, 5, "all of it", "t 1-1")
                    .replace(
                        "OK",
                        "\"Number of samples in transaction : 1, number of failing samples : 0\""));

    assertThat(only().label()).isEqualTo("READ a");
    assertThat(file.transactions()).isEqualTo(1);
    assertThat(file.remarks())
        .containsExactly("1 row of transaction controllers left out: they repeat others");
  }

  @Test
  void shouldLeaveOutSubResultsAlsoBetweenRowsOfOthers() throws IOException {
    ResultFile file =
        read(
            STOCK
                + "\n"
                + stockRow(1_000, 90, "READ a", "t 1-1")
                + stockRow(1_000, 90, "READ a", "t 1-2")
                + stockRow(1_000, 40, "READ a-0", "t 1-1")
                + stockRow(1_000, 20, "READ a-0-0", "t 1-1")
                + stockRow(1_050, 40, "READ a-1", "t 1-2")
                + stockRow(1_041, 49, "READ a-1", "t 1-1"));

    assertThat(samples).extracting(Sample::label).containsExactly("READ a", "READ a");
    assertThat(file.subResults()).isEqualTo(4);
  }

  @Test
  void shouldKeepSamplesThatAreOnlyNamedLikeSubResults() throws IOException {
    read(
        STOCK
            + "\n"
            + stockRow(1_000, 90, "READ a", "t 1-1")
            + stockRow(1_010, 5, "READ a-1", "t 1-2")
            + stockRow(1_091, 5, "READ a-1", "t 1-1")
            + stockRow(1_010, 5, "READ b-1", "t 1-1"));

    assertThat(samples).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "2026/11/02 09:30:00.250, 250",
    "2026/11/02 09:30:00,     0",
    "2026-11-02 09:30:00.250, 250",
    "11/02/26 09:30:00,       0",
    "2026-11-02T09:30:00.250, 250"
  })
  void shouldReadDatesInTheFormsThatJMeterIsGiven(String text, int millis) throws IOException {
    read("timeStamp,elapsed,label,success\n" + text + ",1,a,true\n");

    assertThat(only().startMillis())
        .isEqualTo(
            LocalDateTime.of(2026, 11, 2, 9, 30)
                    .atZone(ZoneId.systemDefault())
                    .toInstant()
                    .toEpochMilli()
                + millis);
  }

  @Test
  void shouldReadTheSameWhereverTheBytesAreCut() throws IOException {
    byte[] file =
        (OURS
                + "\r\n1000,5,\"AI \"\"a\"\", b\",500,Oops,t 1-1,text,false,\"x\r\ny\",9,9,1,3,,1,0,1,p,"
                + "SERVER_ERROR,,,,,,,,\r\n1001,6,AI c,200,OK,t,text,true,,9,9,1,3,,1,0,1,p,GENERATED,"
                + "MISS,CLOSED inferred,1.125,2.5,3.75,1,2,0.000001\r\n")
            .getBytes(StandardCharsets.UTF_8);
    read(new ByteArrayInputStream(file));
    List<Sample> whole = List.copyOf(samples);
    assertThat(whole).hasSize(2);

    for (int size = 1; size < 12; size++) {
      samples.clear();
      read(new SmallReads(file, size));
      assertThat(samples).as("%d bytes at a time", size).isEqualTo(whole);
    }
  }

  @Test
  void shouldReadAFileManyTimesItsBuffer() throws IOException {
    String rows =
        IntStream.range(0, 20_000)
            .mapToObj(i -> stockRow(1_000 + i, i, "READ " + i % 7, "t 1-" + i % 50))
            .collect(Collectors.joining());

    read(STOCK + "\n" + rows);

    assertThat(samples).hasSize(20_000);
    for (int i = 0; i < samples.size(); i++) {
      assertThat(samples.get(i).startMillis()).isEqualTo(1_000 + i);
      assertThat(samples.get(i).elapsedMillis()).isEqualTo(i);
      assertThat(samples.get(i).label()).isEqualTo("READ " + i % 7);
    }
  }

  @Test
  void shouldReadMoreLabelsThanItRemembers() throws IOException {
    String rows =
        IntStream.range(0, 10_000)
            .mapToObj(i -> stockRow(1_000 + i, 1, "READ n" + i, "t"))
            .collect(Collectors.joining());

    read(STOCK + "\n" + rows);

    assertThat(samples.stream().map(Sample::label).distinct()).hasSize(10_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1001,6,READ b,200,OK",
        "1001,6,READ b,200,OK,t,text,true,,9,9,1,3,,1,0,1",
        "1001,6,\"READ b",
        "1001,6,READ b,200,OK,t,text,false,\"two\nlines",
        "1"
      })
  void shouldLeaveOutALastRowThatIsCutOff(String rest) throws IOException {
    ResultFile file = read(STOCK + "\n" + stockRow(1_000, 5, "READ a", "t 1-1") + rest);

    assertThat(only().label()).isEqualTo("READ a");
    assertThat(file.remarks())
        .containsExactly("the last row of the result file is cut off (line 3) and left out");
  }

  @Test
  void shouldRefuseAQuoteThatSwallowsRows() {
    assertThatThrownBy(
            () ->
                read(
                    STOCK
                        + "\n"
                        + stockRow(1_000, 5, "\"READ a", "t 1-1")
                        + stockRow(1_001, 5, "READ b", "t 1-1")))
        .isInstanceOf(InvalidResultFileException.class)
        .hasMessage(
            "line 2: a quote is opened and never closed, so the rows behind it cannot be read");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "1000,1,a # line 2: has 3 cells, but the header has 4: the file is damaged",
        "1000,1,a,true,x # line 2: has 5 cells, but the header has 4: the file is damaged",
        "soon,1,a,true # line 2: timeStamp was 'soon' but must be epoch milliseconds, or the form of the rows before",
        "1000,1.5,a,true # line 2: elapsed was '1.5' but must be a whole number",
        "1000,,a,true # line 2: elapsed was '' but must be a whole number",
        "1000,1,\"a\"b,true # line 2: a cell goes on after the quote that ends it",
        "1000,1,a\0,true # line 2: holds a NUL byte: no text, or a file that a crash has damaged"
      })
  void shouldSayWhichRowIsDamaged(String row, String message) {
    assertThatThrownBy(
            () -> read("timeStamp,elapsed,label,success\n" + row.replace("\\0", "\0") + "\n"))
        .isInstanceOf(InvalidResultFileException.class)
        .hasMessage(message);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "1790000000000,5,READ a,200,OK,t,text,true # is a row, but must be a header",
        "date,user,amount # must be a header with the columns timeStamp, elapsed, label, success, was 'date,user,amount'",
        "timeStamp,elapsed,label # the header lacks the column success; it has: timeStamp, elapsed, label",
        "timeStamp,elapsed,label,success,label # the header names the column label twice",
        "hello # must be a header",
        "'' # must be a header"
      })
  void shouldSayWhatIsWrongWithTheHeader(String header, String message) {
    assertThatThrownBy(() -> read(header + "\n1000,1,a,true\n"))
        .isInstanceOf(InvalidResultFileException.class)
        .hasMessageStartingWith("line 1: ")
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseARowThatNeverEnds() {
    InputStream endless =
        new InputStream() {
          private int sent;

          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            sent += length;
            assertThat(sent).as("memory stays bounded").isLessThan(4 * CsvRows.MAX_ROW_BYTES);
            java.util.Arrays.fill(bytes, from, from + length, (byte) 'x');
            return length;
          }
        };

    assertThatThrownBy(() -> read(endless))
        .isInstanceOf(InvalidResultFileException.class)
        .hasMessageContaining("longer than 8 MiB");
  }

  private static final class SmallReads extends ByteArrayInputStream {
    private final int size;

    SmallReads(byte[] bytes, int size) {
      super(bytes);
      this.size = size;
    }

    @Override
    public synchronized int read(byte[] bytes, int from, int length) {
      return super.read(bytes, from, Math.min(size, length));
    }
  }
}
