package dev.aiendpoint.jmeter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.jmeter.util.JMeterUtils;

/** JMeter set up for tests: its built-in defaults, and a home folder of this process. */
final class JMeterHome {

  /** Without it no resource of a page is found; the one setting that has no default in the code. */
  private static final String PAGE_PARSER =
      """
      HTTPResponse.parsers=htmlParser
      htmlParser.types=text/html
      htmlParser.className=org.apache.jmeter.protocol.http.parser.LagartoBasedHtmlParser
      """;

  private static boolean prepared;

  private JMeterHome() {}

  /** Sets JMeter up; only the first call of a process does something. */
  static synchronized void prepare() {
    if (prepared) {
      return;
    }
    prepared = true;
    try {
      Path folder = Files.createTempDirectory("jmeter-home");
      Path properties = folder.resolve("jmeter.properties");
      Files.writeString(properties, PAGE_PARSER);
      folder.toFile().deleteOnExit();
      properties.toFile().deleteOnExit();
      JMeterUtils.setJMeterHome(folder.toString());
      JMeterUtils.loadJMeterProperties(properties.toString());
      JMeterUtils.setLocale(Locale.ENGLISH);
      Settings.publish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
