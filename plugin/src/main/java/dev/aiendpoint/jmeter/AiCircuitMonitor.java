package dev.aiendpoint.jmeter;

import dev.aiendpoint.circuit.CircuitFindings;
import dev.aiendpoint.circuit.DeclaredCircuit;
import dev.aiendpoint.circuit.MonitoredCircuit;
import dev.aiendpoint.phase.LoadScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.jmeter.threads.JMeterContextService;

/**
 * A listener that follows the circuit breaker behind the AI requests in its scope: its states over
 * time, each transition with its evidence, and how the breaker is said to be set beside what was
 * seen of it.
 *
 * <p>Headless it has no form; what it was told and what it saw go into the {@code circuit} block of
 * the verdict. A plan with several breakers has several monitors, each with the labels of its group
 * of endpoints. Declared times are those of a full-length run: they shrink with {@code
 * duration.scale}, as the stand-in's do.
 */
public class AiCircuitMonitor extends LiveListener<CircuitDisplay> {

  private static final long serialVersionUID = 1L;

  public static final String LABELS = "AiCircuitMonitor.labels";
  public static final String THRESHOLD = "AiCircuitMonitor.threshold";
  public static final String WINDOW_SECONDS = "AiCircuitMonitor.windowSeconds";
  public static final String OPEN_SECONDS = "AiCircuitMonitor.openSeconds";
  public static final String PROBES = "AiCircuitMonitor.probes";

  public static final String DEFAULT_THRESHOLD = "${__P(circuit.threshold,5)}";
  public static final String DEFAULT_WINDOW_SECONDS = "${__P(circuit.window,60)}";
  public static final String DEFAULT_OPEN_SECONDS = "${__P(circuit.open,30)}";
  public static final String DEFAULT_PROBES = "${__P(circuit.probes,1)}";

  /** Of the running test, or of the last one; the verdict asks after this element has ended. */
  private static final List<CircuitTracking> WATCHED = new ArrayList<>();

  private static long testOfWatched;

  static {
    Settings.publish();
  }

  @Override
  Class<CircuitDisplay> displayType() {
    return CircuitDisplay.class;
  }

  @Override
  LiveTracking<CircuitDisplay> track(Supplier<CircuitDisplay> display) {
    CircuitTracking started = new CircuitTracking(getName(), labels(), declared(), display);
    register(started);
    return started;
  }

  private static void register(CircuitTracking started) {
    synchronized (WATCHED) {
      long test = JMeterContextService.getTestStartTime();
      if (test != testOfWatched) {
        WATCHED.clear();
        testOfWatched = test;
      }
      WATCHED.add(started);
    }
  }

  /** What is known of circuits besides the samples of a verdict. */
  static CircuitFindings findings() {
    List<MonitoredCircuit> circuits;
    synchronized (WATCHED) {
      circuits =
          testOfWatched == JMeterContextService.getTestStartTime()
              ? WATCHED.stream().map(CircuitTracking::circuit).toList()
              : List.of();
    }
    return new CircuitFindings(circuits, AiFaultSwitch.providerLog());
  }

  private List<String> labels() {
    return Arrays.stream(getPropertyAsString(LABELS).split(","))
        .map(String::trim)
        .filter(pattern -> !pattern.isEmpty())
        .toList();
  }

  private DeclaredCircuit declared() {
    return new DeclaredCircuit(
        count(THRESHOLD), millis(WINDOW_SECONDS), millis(OPEN_SECONDS), count(PROBES));
  }

  private OptionalLong count(String key) {
    String text = getPropertyAsString(key).trim();
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.matches("[1-9]\\d{0,8}")) {
      refuse(key, text, "a whole number from 1, or nothing when it is not known");
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  private OptionalLong millis(String key) {
    String text = getPropertyAsString(key).trim();
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.matches("\\d{1,7}(\\.\\d{1,3})?")) {
      refuse(key, text, "a number of seconds, or nothing when it is not known");
    }
    double scale = Double.parseDouble(Settings.get(LoadScale.DURATION_SETTING, "1"));
    return OptionalLong.of(Math.round(Double.parseDouble(text) * 1_000 * scale));
  }

  private void refuse(String key, String text, String rule) {
    RunExit.refuse(
        getName()
            + ": "
            + key.substring(key.indexOf('.') + 1)
            + " was '"
            + text
            + "' but must be "
            + rule);
  }
}
