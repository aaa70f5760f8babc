package dev.aiendpoint.jmeter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.jmeter.util.JMeterUtils;

/**
 * A JMeter home in a temporary folder with the configuration files that JMeter is shipped with. Set
 * once a JVM, since JMeter reads them into static fields.
 */
public final class JMeterHome {

  private static final List<String> FILES =
      List.of("jmeter.properties", "saveservice.properties", "upgrade.properties");

  private static boolean ready;

  private JMeterHome() {}

  /** Makes the home once and has JMeter read it. */
  public static synchronized void use() {
    if (ready) {
      return;
    }
    // Forms that are not windows need no screen.
    System.setProperty("java.awt.headless", "true");
    try {
      Path home = Files.createTempDirectory("jmeter-home");
      Path bin = Files.createDirectory(home.resolve("bin"));
      home.toFile().deleteOnExit();
      bin.toFile().deleteOnExit();
      for (String file : FILES) {
        // Deleted before their folders: in the opposite order.
        bin.resolve(file).toFile().deleteOnExit();
        try (InputStream shipped = JMeterHome.class.getResourceAsStream("/bin/" + file)) {
          Files.copy(shipped, bin.resolve(file));
        }
      }
      JMeterUtils.setJMeterHome(home.toString());
      JMeterUtils.loadJMeterProperties(bin.resolve("jmeter.properties").toString());
      // The plugin appends its columns to those that a user asks for.
      JMeterUtils.setProperty("sample_variables", "ai_phase,ai_intended_start_ms");
      JMeterUtils.setProperty("jmeterengine.stopfail.system.exit", "false");
      JMeterUtils.setLocale(Locale.ENGLISH);
      ready = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
