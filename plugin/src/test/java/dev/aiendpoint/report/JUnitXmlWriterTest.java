package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictWord;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlWriterTest {

  static Stream<RunVerdict> runs() {
    return SampleRuns.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldBeWellFormedAndCountRightWhateverTheRun(RunVerdict run) throws Exception {
    Element suites = written(run);
    Element suite = elements(suites, "testsuite").get(0);

    assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-02T09:30:00");
    for (Element totals : List.of(suites, suite)) {
      assertThat(totals.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
      assertThat(totals.getAttribute("failures")).isEqualTo(count(suite, "failure"));
      assertThat(totals.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
      assertThat(Double.parseDouble(totals.getAttribute("time"))).isPositive();
    }
    assertThat(count(suite, "failure").equals("0"))
        .as("green exactly when the run is accepted")
        .isEqualTo(run.verdict().isAccepted());
  }

  @Test
  void shouldTellFailuresFromMissingDataWhenBothOccur() throws Exception {
    List<Element> failures = elements(written(SampleRuns.allUnauthorized()), "failure");

    assertThat(failures)
        .extracting(failure -> failure.getAttribute("type"))
        .containsExactly("FAIL", "NO_DATA", "NO_DATA");
    assertThat(failures.get(0).getTextContent())
        .as("stands alone")
        .contains("ai-load", "ai-error-rate", "rate(error) < 1 %", "operation AI", "100 %", "40")
        .contains("UNAUTHORIZED (401)", "sessions=", SampleRuns.STAND_IN);
  }

  @Test
  void shouldPassWithItsReasonWhenAThresholdWarns() throws Exception {
    Element warned = elements(written(SampleRuns.warn()), "testcase").get(1);

    assertThat(elements(warned, "failure")).isEmpty();
    assertThat(elements(warned, "system-out").get(0).getTextContent())
        .contains("WARN cache-hit-rate", "target > 50 % missed");
  }

  @Test
  void shouldSkipWhatAFileCannotDecide() throws Exception {
    Element skipped = elements(written(SampleRuns.offline()), "skipped").get(0);

    assertThat(skipped.getAttribute("message")).contains("ai_ttft_ms");
  }

  @Test
  void shouldFailACaseOfItsOwnWhenNoThresholdExplainsTheRun() throws Exception {
    Element root = written(SampleRuns.empty());

    assertThat(elements(root, "testcase").get(0).getAttribute("name")).isEqualTo("run");
    assertThat(elements(root, "failure").get(0).getTextContent()).contains("0 samples");
  }

  @Test
  void shouldFailEvenWhenAllThresholdsPassedAndTheRunDidNot() throws Exception {
    RunVerdict passed = SampleRuns.allPass();
    RunVerdict died =
        new RunVerdict(
            passed.plan(),
            VerdictWord.NO_DATA,
            List.of("a script engine died"),
            passed.target(),
            passed.startedAt(),
            passed.endedAt(),
            passed.thresholds(),
            passed.figures(),
            "");

    assertThat(elements(written(died), "failure").get(0).getAttribute("message"))
        .contains("a script engine died");
  }

  @Test
  void shouldShowForbiddenCharactersWhenALabelHoldsThem() throws Exception {
    Element root = written(SampleRuns.hostile());

    assertThat(root.getAttribute("name")).isEqualTo("plan <&\"\\u0000 \uD83D\uDE00");
    assertThat(elements(root, "failure").get(0).getTextContent())
        .contains("AI <&\"'\\u0000\\u001B[31m\\u202E]]>\\uD83D end");
  }

  private static Element written(RunVerdict run) throws Exception {
    String text = new JUnitXmlWriter().write(run);
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)))
        .getDocumentElement();
  }

  private static String count(Element parent, String name) {
    return Integer.toString(elements(parent, name).size());
  }

  private static List<Element> elements(Element parent, String name) {
    var nodes = parent.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
