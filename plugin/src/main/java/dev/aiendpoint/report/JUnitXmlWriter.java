package dev.aiendpoint.report;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.baseline.VerdictWord;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code junit.xml}: one test suite a plan, one test case a threshold, in the form that
 * Jenkins and GitLab read. FAIL and NO_DATA are failures, NOT_DECIDABLE is skipped, WARN passes and
 * says why in its output. Where a run is not accepted although no threshold says so (there are
 * none, or a script died), a case {@code run} fails in their place: red runs are never green here.
 * The suite's time is the run's; a case's is 0, since tools add these up. Safe for use from any
 * thread.
 */
public final class JUnitXmlWriter {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The JDK's own, whatever else is on JMeter's class path. */
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  /** The whole document, ended by a line break. */
  public String write(RunVerdict run) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
      new Document(xml, run).write();
      xml.close();
    } catch (XMLStreamException e) {
      // Written to memory from text without characters that XML forbids: it cannot fail.
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  /** One document under way. */
  private static final class Document {

    private final XMLStreamWriter xml;
    private final RunVerdict run;
    private final RunFigures figures;

    Document(XMLStreamWriter xml, RunVerdict run) {
      this.xml = xml;
      this.run = run;
      this.figures = new RunFigures(run);
    }

    void write() throws XMLStreamException {
      long failures = run.thresholds().stream().filter(t -> fails(t.verdict())).count();
      long skipped =
          run.thresholds().stream().filter(t -> t.verdict() == VerdictWord.NOT_DECIDABLE).count();
      boolean runCase = failures == 0 && !run.verdict().isAccepted();
      long tests = run.thresholds().size() + (runCase ? 1 : 0);
      long allFailures = failures + (runCase ? 1 : 0);

      xml.writeStartDocument("UTF-8", "1.0");
      start(0, "testsuites");
      totals(tests, allFailures, skipped);
      start(1, "testsuite");
      totals(tests, allFailures, skipped);
      attribute("timestamp", TIMESTAMP.format(run.startedAt()));
      properties();
      if (runCase) {
        runCase();
      }
      for (ThresholdResult result : run.thresholds()) {
        thresholdCase(result);
      }
      if (!run.reasons().isEmpty()) {
        element(2, "system-out", String.join("\n", run.reasons()));
      }
      end(1);
      end(0);
      xml.writeEndDocument();
      xml.writeCharacters("\n");
    }

    private void totals(long tests, long failures, long skipped) throws XMLStreamException {
      attribute("name", run.plan());
      attribute("tests", Long.toString(tests));
      attribute("failures", Long.toString(failures));
      attribute("errors", "0");
      attribute("skipped", Long.toString(skipped));
      attribute("time", seconds(figures.length()));
    }

    private void properties() throws XMLStreamException {
      start(2, "properties");
      property("verdict", run.verdict().name());
      property("target", run.target());
      property("samples", Long.toString(figures.all().samples()));
      end(2);
    }

    private void property(String name, String value) throws XMLStreamException {
      indent(3);
      xml.writeEmptyElement("property");
      attribute("name", name);
      attribute("value", value);
    }

    private void runCase() throws XMLStreamException {
      List<String> reasons =
          run.reasons().isEmpty() ? List.of("no threshold was decided") : run.reasons();
      startCase("run");
      failure(
          run.verdict(),
          run.plan() + ": " + reasons.get(0),
          run.plan()
              + ": the run ended with "
              + run.verdict()
              + "\n"
              + String.join("\n", reasons)
              + "\nagainst   "
              + run.target());
      end(2);
    }

    private void thresholdCase(ThresholdResult result) throws XMLStreamException {
      startCase(result.id() + ": " + result.check());
      switch (result.verdict()) {
        case PASS -> element(3, "system-out", result.message());
        case WARN -> element(3, "system-out", standingAlone(result));
        case NOT_DECIDABLE -> {
          indent(3);
          xml.writeEmptyElement("skipped");
          attribute("message", result.message());
        }
        case NO_DATA, FAIL -> failure(result.verdict(), result.message(), standingAlone(result));
      }
      end(2);
    }

    private void startCase(String name) throws XMLStreamException {
      start(2, "testcase");
      attribute("classname", run.plan());
      attribute("name", name);
      attribute("time", "0");
    }

    private void failure(VerdictWord word, String message, String text) throws XMLStreamException {
      start(3, "failure");
      attribute("type", word.name());
      attribute("message", message);
      xml.writeCharacters(VisibleText.block(text));
      xml.writeEndElement();
    }

    /** Everything to understand a result in a mail that shows nothing else. */
    private String standingAlone(ThresholdResult result) {
      StringBuilder text = new StringBuilder();
      text.append(run.plan()).append(": ").append(result.verdict()).append(' ').append(result.id());
      text.append('\n').append(result.message());
      text.append("\ncheck     ").append(result.check());
      text.append("\nscope     ").append(result.scope());
      text.append("\nobserved  ")
          .append(FigureFormat.besides(result.limit(), result.observed(), result.unit()));
      if (result.limit().isPresent()) {
        text.append("\nlimit     ")
            .append(FigureFormat.besides(result.limit(), result.limit(), result.unit()));
      }
      if (result.target().isPresent()) {
        text.append("\ntarget    ")
            .append(FigureFormat.besides(result.target(), result.target(), result.unit()));
      }
      text.append("\nsamples   ").append(result.samples());
      return text.append("\nagainst   ").append(run.target()).toString();
    }

    private void element(int depth, String name, String text) throws XMLStreamException {
      start(depth, name);
      xml.writeCharacters(VisibleText.block(text));
      xml.writeEndElement();
    }

    private void start(int depth, String name) throws XMLStreamException {
      indent(depth);
      xml.writeStartElement(name);
    }

    private void end(int depth) throws XMLStreamException {
      indent(depth);
      xml.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
      xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, String value) throws XMLStreamException {
      xml.writeAttribute(name, VisibleText.line(value));
    }

    private static boolean fails(VerdictWord word) {
      return word == VerdictWord.FAIL || word == VerdictWord.NO_DATA;
    }

    private static String seconds(Duration length) {
      return FigureFormat.rounded(length.toMillis() / 1000.0, 3);
    }
  }
}
