package dev.aiendpoint.jtl;

import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.sample.SampleRow;
import dev.aiendpoint.sample.TransactionRule;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the samples of an XML result file, the outermost ones: what is nested is a sub-result.
 * Document types and external entities are refused. Reads one file; not for several threads.
 */
final class XmlSampleReader {

  private static final String ROOT = "testResults";
  private static final Set<String> SAMPLES = Set.of("sample", "httpSample");
  private static final String ASSERTION = "assertionResult";

  private final Source source;
  private final Set<SampleColumn> columns = EnumSet.noneOf(SampleColumn.class);
  private boolean hasThreadCounts;
  private long sampleCount;
  private long transactionCount;
  private long subResultCount;

  /** Knows whether the parser has had everything: an error there means a file cut short. */
  private static final class Source extends FilterInputStream {
    private boolean atEnd;

    private Source(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      atEnd |= value < 0;
      return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      atEnd |= count < 0;
      return count;
    }
  }

  XmlSampleReader(InputStream in) {
    this.source = new Source(in);
  }

  ResultFile readAll(Consumer<Sample> samples) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    String damage = "";
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(source);
      readRoot(xml);
      while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
        if (xml.isStartElement()) {
          readTop(xml, samples);
        }
      }
    } catch (XMLStreamException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      if (!source.atEnd || sampleCount == 0) {
        throw InvalidResultFileException.atLine(line, "is no XML of JMeter's: " + reason(e));
      }
      damage = "the result file is cut off at line " + line + ": what follows is left out";
    }
    return new ResultFile(
        columns, hasThreadCounts, sampleCount, transactionCount, subResultCount, damage);
  }

  /** The parser puts the place before its words, in a line of its own. */
  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    return message.replaceFirst("(?s)^ParseError at .*?\\nMessage: ", "").replaceAll("\\s+", " ");
  }

  private static void readRoot(XMLStreamReader xml) throws XMLStreamException, IOException {
    while (!xml.isStartElement()) {
      if (xml.next() == XMLStreamConstants.DTD) {
        throw problem(xml, "has a document type, which no JMeter writes");
      }
    }
    if (!xml.getLocalName().equals(ROOT)) {
      throw problem(xml, "the root is <" + xml.getLocalName() + ">, but must be <" + ROOT + ">");
    }
  }

  private void readTop(XMLStreamReader xml, Consumer<Sample> samples)
      throws XMLStreamException, IOException {
    if (!SAMPLES.contains(xml.getLocalName())) {
      throw problem(
          xml, "<" + xml.getLocalName() + "> was found, but must be <sample> or <httpSample>");
    }
    String message = attribute(xml, JtlColumn.RESPONSE_MESSAGE);
    boolean transaction = TransactionRule.isTransaction(message);
    boolean success = "true".equalsIgnoreCase(required(xml, JtlColumn.SUCCESS));
    String label = required(xml, JtlColumn.LABEL);
    long start = whole(xml, JtlColumn.TIME_STAMP, required(xml, JtlColumn.TIME_STAMP));
    long elapsed = whole(xml, JtlColumn.ELAPSED, required(xml, JtlColumn.ELAPSED));
    String code = attribute(xml, JtlColumn.RESPONSE_CODE);
    String users = attribute(xml, JtlColumn.ALL_THREADS);
    hasThreadCounts |= !users.isEmpty();
    int allThreads = users.isEmpty() ? 0 : (int) whole(xml, JtlColumn.ALL_THREADS, users);
    Map<SampleColumn, String> texts = added(xml);
    String failure = readFailure(xml);
    if (transaction) {
      transactionCount++;
      return;
    }
    sampleCount++;
    samples.accept(
        new SampleRow(
                label,
                start,
                elapsed,
                success,
                code,
                success ? "" : failure.isEmpty() ? message : failure,
                allThreads,
                texts::get)
            .toSample());
  }

  /** JMeter doubles each underscore of a variable's name in XML. */
  private Map<SampleColumn, String> added(XMLStreamReader xml) {
    Map<SampleColumn, String> texts = new EnumMap<>(SampleColumn.class);
    for (SampleColumn column : SampleColumn.values()) {
      String value = xml.getAttributeValue(null, column.variable().replace("_", "__"));
      if (value != null) {
        texts.put(column, value);
        columns.add(column);
      }
    }
    return texts;
  }

  /** Reads to the end of the sample; the message of the first assertion that did not hold. */
  private String readFailure(XMLStreamReader xml) throws XMLStreamException {
    String failure = "";
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        if (depth == 1 && xml.getLocalName().equals(ASSERTION)) {
          String message = readAssertion(xml);
          failure = failure.isEmpty() ? message : failure;
        } else {
          subResultCount += SAMPLES.contains(xml.getLocalName()) ? 1 : 0;
          depth++;
        }
      }
    }
    return failure;
  }

  private static String readAssertion(XMLStreamReader xml) throws XMLStreamException {
    boolean failed = false;
    String message = "";
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String name = xml.getLocalName();
      String text = xml.getElementText();
      failed |= (name.equals("failure") || name.equals("error")) && text.equals("true");
      message = name.equals("failureMessage") ? text : message;
    }
    return failed ? message : "";
  }

  private static String attribute(XMLStreamReader xml, JtlColumn column) {
    String value = xml.getAttributeValue(null, column.xmlName());
    return value == null ? "" : value;
  }

  private static String required(XMLStreamReader xml, JtlColumn column) throws IOException {
    String value = xml.getAttributeValue(null, column.xmlName());
    if (value == null) {
      throw problem(
          xml, "a sample lacks the attribute " + column.xmlName() + " (" + column.csvName() + ")");
    }
    return value;
  }

  private static long whole(XMLStreamReader xml, JtlColumn column, String text) throws IOException {
    if (!text.matches("-?\\d{1,18}")) {
      throw problem(xml, column.xmlName() + " was '" + text + "' but must be a whole number");
    }
    return Long.parseLong(text);
  }

  private static InvalidResultFileException problem(XMLStreamReader xml, String message) {
    return InvalidResultFileException.atLine(xml.getLocation().getLineNumber(), message);
  }
}
