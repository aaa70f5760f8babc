package dev.aiendpoint.jmeter.gui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.jmeter.util.JMeterUtils;

/**
 * As much of an installed JMeter as forms and JMX files need: its properties and the table of its
 * converters. Set once a JVM, since JMeter reads them into static fields.
 */
final class JMeterHome {

  /** The converters of JMeter 5.6.3; without its aliases, classes are written with their names. */
  private static final String SAVE_SERVICE =
      """
      _version=5.0
      _file_encoding=UTF-8
      _org.apache.jmeter.protocol.http.sampler.HTTPSamplerBaseConverter=collection
      _org.apache.jmeter.save.converters.BooleanPropertyConverter=
      _org.apache.jmeter.save.converters.IntegerPropertyConverter=
      _org.apache.jmeter.save.converters.LongPropertyConverter=
      _org.apache.jmeter.save.converters.MultiPropertyConverter=collection
      _org.apache.jmeter.save.converters.StringPropertyConverter=
      _org.apache.jmeter.save.converters.HashTreeConverter=collection
      _org.apache.jmeter.save.converters.TestElementConverter=collection
      _org.apache.jmeter.save.converters.TestElementPropertyConverter=collection
      _org.apache.jmeter.save.ScriptWrapperConverter=mapping
      """;

  private static boolean ready;

  private JMeterHome() {}

  static synchronized void prepare() {
    if (ready) {
      return;
    }
    System.setProperty("java.awt.headless", "true");
    try {
      Path home = Files.createTempDirectory("jmeter-home");
      Path bin = Files.createDirectory(home.resolve("bin"));
      Path saveService = Files.writeString(bin.resolve("saveservice.properties"), SAVE_SERVICE);
      Path properties = Files.createFile(bin.resolve("jmeter.properties"));
      Path upgrade = Files.createFile(bin.resolve("upgrade.properties"));
      // Deleted in the opposite order.
      for (Path made : List.of(home, bin, saveService, properties, upgrade)) {
        made.toFile().deleteOnExit();
      }
      if (JMeterUtils.getJMeterHome() == null) {
        JMeterUtils.setJMeterHome(home.toString());
      }
      if (JMeterUtils.getJMeterProperties() == null) {
        JMeterUtils.loadJMeterProperties(properties.toString());
      }
      JMeterUtils.setLocale(Locale.ENGLISH);
      ready = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
