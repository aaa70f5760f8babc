package dev.aiendpoint.jmeter;

import dev.aiendpoint.exchange.CacheStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What JMeter's own HTML dashboard needs to draw graphs of this plugin's columns: their definitions
 * ({@code data/dashboard.properties}), and one column more, since a graph is made of numbers and
 * gives up the whole dashboard at {@code HIT}.
 */
final class Dashboard {

  /** The setting that switches it on, a public contract. */
  static final String SETTING = "dashboard";

  /** 1 for a cache hit, 0 for a miss, else empty: its mean is the hit rate. */
  static final String CACHE_HIT = "ai_cache_hit";

  private static final String DEFINITIONS = "dashboard.properties";
  private static final String GRAPHS = "jmeter.reportgenerator.";

  private Dashboard() {}

  static boolean isOn(Properties jmeter) {
    return jmeter.getProperty(SETTING, "").trim().equalsIgnoreCase("true");
  }

  /** Defines the graphs; what the user has set stays. Before JMeter prepares its dashboard. */
  static void define(Properties jmeter) {
    Properties definitions = new Properties();
    try (InputStream in = Dashboard.class.getResourceAsStream(DEFINITIONS);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      definitions.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    definitions.stringPropertyNames().stream()
        .filter(name -> name.startsWith(GRAPHS))
        .forEach(name -> jmeter.putIfAbsent(name, definitions.getProperty(name)));
  }

  static String cacheHit(CacheStatus status) {
    return switch (status) {
      case HIT -> "1";
      case MISS -> "0";
      case BYPASS, UNKNOWN -> "";
    };
  }
}
