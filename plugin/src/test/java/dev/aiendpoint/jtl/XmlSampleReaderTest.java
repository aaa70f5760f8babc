package dev.aiendpoint.jtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.sample.SampleColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlSampleReaderTest {

  private static final String START =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testResults version=\"1.2\">\n";
  private static final String END = "</testResults>\n";

  private final List<Sample> samples = new ArrayList<>();

  private ResultFile read(String text) throws IOException {
    return new XmlSampleReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .readAll(samples::add);
  }

  private static String sample(String label, String more) {
    return "<httpSample t=\"12\" it=\"0\" lt=\"10\" ct=\"2\" ts=\"1790000000000\" s=\"true\" lb=\""
        + label
        + "\" rc=\"200\" rm=\"OK\" tn=\"users 1-1\" dt=\"text\" by=\"9\" sby=\"9\" ng=\"1\" na=\"3\""
        + more;
  }

  @Test
  void shouldReadTheOutermostSamplesWithTheirVariables() throws IOException {
    ResultFile file =
        read(
            START
                + sample(
                    "AI chat",
                    " ai__phase=\"peak\" ai__outcome=\"GENERATED\" ai__ttft__ms=\"7.5\">")
                + sample("AI chat-0", "/>")
                + "<java.net.URL>http://x/</java.net.URL></httpSample>\n"
                + sample("READ a", "/>").replace("httpSample", "sample")
                + END);

    assertThat(samples).extracting(Sample::label).containsExactly("AI chat", "READ a");
    Sample chat = samples.get(0);
    assertThat(chat.startMillis()).isEqualTo(1_790_000_000_000L);
    assertThat(chat.elapsedMillis()).isEqualTo(12);
    assertThat(chat.allThreads()).isEqualTo(3);
    assertThat(chat.phase()).isEqualTo("peak");
    assertThat(chat.outcome()).isEqualTo(Outcome.GENERATED);
    assertThat(chat.ttftMillis()).hasValue(7.5);
    assertThat(file.subResults()).isEqualTo(1);
    assertThat(file.hasThreadCounts()).isTrue();
    assertThat(file.columns())
        .containsExactlyInAnyOrder(SampleColumn.PHASE, SampleColumn.OUTCOME, SampleColumn.TTFT_MS);
  }

  @Test
  void shouldTakeTheMessageOfTheFirstAssertionThatDidNotHold() throws IOException {
    read(
        START
            + sample("AI chat", " ai__outcome=\"FALLBACK\">").replace("\"true\"", "\"false\"")
            + assertion("false", "fine")
            + assertion("true", "FALLBACK: sorry &amp; bye")
            + assertion("true", "later")
            + "</httpSample>"
            + END);

    assertThat(samples.get(0).message()).isEqualTo("sorry & bye");
    assertThat(samples.get(0).outcome()).isEqualTo(Outcome.FALLBACK);
  }

  private static String assertion(String failure, String message) {
    return "<assertionResult><name>n</name><failure>"
        + failure
        + "</failure><error>false</error><failureMessage>"
        + message
        + "</failureMessage></assertionResult>";
  }

  @Test
  void shouldLeaveOutTransactionControllers() throws IOException {
    ResultFile file =
        read(
            START
                + sample("all", "/>")
                    .replace("\"OK\"", "\"Number of samples in transaction : 2, number of …\"")
                + END);

    assertThat(samples).isEmpty();
    assertThat(file.transactions()).isEqualTo(1);
  }

  @Test
  void shouldKeepWhatCameBeforeTheCut() throws IOException {
    ResultFile file =
        read(START + sample("READ a", "/>\n") + sample("READ b", "").substring(0, 60));

    assertThat(samples).hasSize(1);
    assertThat(file.remarks())
        .containsExactly("the result file is cut off at line 4: what follows is left out");
  }

  /** A cut lies at the end: what is no XML in the middle leaves out a part that nobody knows. */
  @Test
  void shouldRefuseAFileThatIsDamagedBeforeItsEnd() {
    String rest = sample("READ b", "/>\n").repeat(1_000);

    assertThatThrownBy(() -> read(START + sample("READ a", "/>\n<<>") + rest + END))
        .isInstanceOf(InvalidResultFileException.class)
        .hasMessageStartingWith("line 4: is no XML of JMeter's");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "<html><p>hello</p></html> # line 1: the root is <html>, but must be <testResults>",
        "<!DOCTYPE x [<!ENTITY e \"v\">]><testResults/> # line 1: has a document type, which no JMeter writes",
        "<testResults><row/></testResults> # line 1: <row> was found, but must be <sample> or <httpSample>",
        "<testResults><sample ts=\"1\" t=\"1\" s=\"true\"/></testResults> # line 1: a sample lacks the attribute lb (label)",
        "<testResults><sample ts=\"1\" t=\"x\" s=\"true\" lb=\"a\"/></testResults> # line 1: t was 'x' but must be a whole number",
        "<testResults><sample</testResults> # line 1: is no XML of JMeter's",
        "<<<< # line 1: is no XML of JMeter's"
      })
  void shouldSayWhatIsWrong(String file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InvalidResultFileException.class)
        .hasMessageStartingWith(message);
  }
}
