package dev.aiendpoint.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.advice.Advice;
import dev.aiendpoint.advice.Advisor;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.circuit.CircuitTransition;
import dev.aiendpoint.report.Headline;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.report.SampleRuns;
import dev.aiendpoint.report.SimulatedRun;
import dev.aiendpoint.svg.XmlText;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlReportTest {

  private static final Pattern ACTIVE =
      Pattern.compile("(?i)<script|<style|\\sstyle=|\\son\\w+=|javascript:|data:|<iframe|<object");

  private static final Pattern TEXT = Pattern.compile(">[^<]*<");

  @TempDir Path folder;

  static Stream<RunVerdict> runs() throws Exception {
    return Stream.concat(
        SampleRuns.all().values().stream(),
        Stream.of(SimulatedRun.healthy(), SimulatedRun.failing()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldNeedNothingThatAStrictPolicyForbids(RunVerdict run) {
    Page page = HtmlReport.page(run);
    // What users wrote is text, whatever it looks like.
    assertThat(TEXT.matcher(page.html().write()).replaceAll("><")).doesNotContainPattern(ACTIVE);
    page.pictures()
        .values()
        .forEach(
            svg -> assertThat(TEXT.matcher(svg).replaceAll("><")).doesNotContainPattern(ACTIVE));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldDrawPicturesThatAreWellFormed(RunVerdict run) throws Exception {
    for (Map.Entry<String, String> picture : HtmlReport.page(run).pictures().entrySet()) {
      Document svg = parsed(picture.getValue());
      assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
      assertThat(picture.getValue()).as(picture.getKey()).doesNotContain("NaN", "Infinity");
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldSayTheVerdictFirstAndEveryThreshold(RunVerdict run) {
    String html = HtmlReport.page(run).html().write();
    String body = html.substring(html.indexOf("<main>"));
    assertThat(body.indexOf(run.verdict().name().replace('_', ' '))).isBetween(0, 500);
    for (ThresholdResult result : run.thresholds()) {
      assertThat(body).contains(">" + result.verdict().name().replace('_', ' '));
      assertThat(body).contains(XmlText.escaped(result.check()));
    }
  }

  @Test
  void shouldSayWhyARunFailedAndWhatToLookAt() throws Exception {
    RunVerdict run = SimulatedRun.failing();
    String html = HtmlReport.page(run).html().write();

    List<ThresholdResult> missed = Headline.notPassed(run);
    assertThat(missed).hasSizeGreaterThan(3);
    assertThat(section(html, "why"))
        .contains(missed.stream().map(one -> XmlText.escaped(one.message())).toList());
    List<Advice> advice = Advisor.advise(run);
    assertThat(advice).isNotEmpty();
    for (Advice one : advice) {
      assertThat(section(html, "advice"))
          .contains(
              XmlText.escaped(one.issue()),
              XmlText.escaped(one.recommendation()),
              XmlText.escaped(one.evidence()));
    }
  }

  @Test
  void shouldShowBesideEachFigureAtAGlanceHowManySamplesItHas() throws Exception {
    String html = HtmlReport.page(SimulatedRun.healthy()).html().write();
    String tiles = html.substring(html.indexOf("<dl class=\"tiles\">"));

    assertThat(tiles.substring(0, tiles.indexOf("</dl>")).replaceAll("[\\d.,\u202F]+", "#"))
        .containsSubsequence(
            "<dt>Requests",
            "n = #<",
            "<dt>P#<",
            "n = # served<",
            "<dt>Errors",
            "n = #<",
            "<dt>Cache hits",
            "n = # look-ups<",
            "<dt>AI cost",
            "n = # priced<");
  }

  @Test
  void shouldTellWhatIsInferredFromWhatAnAnswerSaid() throws Exception {
    long inferred = 0;
    long explicit = 0;
    for (RunVerdict run : runs().toList()) {
      List<CircuitTransition> transitions = new RunFigures(run).circuit().transitions();
      long told = transitions.stream().filter(CircuitTransition::explicit).count();
      String circuit = section(HtmlReport.page(run).html().write(), "circuit");
      assertThat(circuit.split("told by an answer", -1)).hasSize((int) told + 1);
      assertThat(circuit.split("inferred from how", -1))
          .hasSize(transitions.size() - (int) told + 1);
      explicit += told;
      inferred += transitions.size() - told;
    }
    assertThat(explicit).isPositive();
    assertThat(inferred).isPositive();
  }

  private static String section(String html, String id) {
    String begun = html.substring(html.indexOf("<section id=\"" + id + "\">"));
    return begun.substring(0, begun.indexOf("</section>"));
  }

  @Test
  void shouldEscapeWhatUsersWrote() {
    Page page = HtmlReport.page(SampleRuns.all().get("hostile"));
    String html = page.html().write();
    assertThat(html)
        .contains("AI &lt;&amp;&quot;&#39;")
        .doesNotContain("<b>&amp;", "\u001B", "\u202E", "\u0000");
  }

  @Test
  void shouldSayInWordsWhatThereIsNoDataOf() {
    Page page = HtmlReport.page(SampleRuns.all().get("empty"));
    assertThat(page.pictures()).isEmpty();
    assertThat(page.html().write())
        .contains(
            "No request was recorded",
            "No request was served",
            "No answer said whether it came from a cache",
            "No AI request told anything of a circuit breaker",
            "No AI request streamed",
            "No answer told its cost",
            "No threshold was held against this run",
            "How this run was started is not known");
  }

  @Test
  void shouldShowEverySectionOfAWholeRun() throws Exception {
    Page page = HtmlReport.page(SimulatedRun.healthy());
    assertThat(
            new TreeSet<>(
                page.pictures().keySet().stream()
                    .map(f -> f.replaceFirst("-(light|dark).*", ""))
                    .toList()))
        .containsExactly(
            "circuit",
            "hit-miss",
            "hit-rate",
            "icl",
            "latency",
            "latency-by-label",
            "load",
            "mix",
            "outcomes",
            "tokens",
            "ttft");
    assertThat(page.html().write())
        .contains("mvn jmeter:jmeter -Dplan=ai-load", "CLOSED → OPEN", "told by an answer")
        .doesNotContain("class=\"nothing\"");
  }

  @Test
  void shouldReferToExactlyTheFilesThatItWrites() throws Exception {
    Path file = folder.resolve("report.html");
    Files.createDirectories(folder.resolve("report"));
    Files.writeString(folder.resolve("report/old-light.svg"), "<svg/>");
    HtmlReport.write(SimulatedRun.failing(), file);
    TreeSet<String> referred = new TreeSet<>();
    Pattern.compile("(?:src|srcset|href)=\"([^\"]+)\"")
        .matcher(Files.readString(file))
        .results()
        .forEach(found -> referred.add(found.group(1)));
    TreeSet<String> written = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .map(one -> folder.relativize(one).toString().replace('\\', '/'))
          .filter(name -> !name.equals("report.html"))
          .forEach(written::add);
    }
    assertThat(referred).isEqualTo(written).hasSizeGreaterThan(40);
    assertThat(totalBytes(folder)).isLessThan(700_000);
  }

  private static long totalBytes(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      long sum = 0;
      for (Path file : all) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
