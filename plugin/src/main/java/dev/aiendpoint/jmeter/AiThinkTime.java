package dev.aiendpoint.jmeter;

import java.util.concurrent.ThreadLocalRandom;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.timers.Timer;

/**
 * A timer that waits as a person would between two steps: a random time between a shortest and a
 * longest one, evenly distributed, multiplied by {@code duration.scale} so that a shortened plan
 * keeps its shape.
 */
public class AiThinkTime extends AbstractTestElement implements Timer, TestStateListener {

  public static final String SHORTEST_MILLIS = "AiThinkTime.shortestMillis";
  public static final String LONGEST_MILLIS = "AiThinkTime.longestMillis";

  public static final String DEFAULT_SHORTEST_MILLIS = "1000";
  public static final String DEFAULT_LONGEST_MILLIS = "3000";

  static {
    Settings.publish();
  }

  @Override
  public long delay() {
    long shortest = millis(SHORTEST_MILLIS, DEFAULT_SHORTEST_MILLIS);
    long longest = millis(LONGEST_MILLIS, DEFAULT_LONGEST_MILLIS);
    if (longest < shortest) {
      throw new IllegalArgumentException(
          getName()
              + ": longestMillis was '"
              + longest
              + "' but must be at least shortestMillis, "
              + shortest);
    }
    long drawn = ThreadLocalRandom.current().nextLong(shortest, longest + 1);
    return Math.round(drawn * durationScale());
  }

  private long millis(String key, String otherwise) {
    String text = getPropertyAsString(key, otherwise).trim();
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          getName()
              + ": "
              + key.substring(key.indexOf('.') + 1)
              + " was '"
              + text
              + "' but must be a whole number of milliseconds");
    }
    return Long.parseLong(text);
  }

  private static double durationScale() {
    return Double.parseDouble(Settings.get("duration.scale", "1.0"));
  }

  /** Refuses the plan when a time cannot be read. */
  @Override
  public void testStarted() {
    try {
      delay();
    } catch (IllegalArgumentException e) {
      RunExit.refuse(e.getMessage());
    }
  }

  @Override
  public void testStarted(String host) {
    testStarted();
  }

  @Override
  public void testEnded() {
    // Nothing is held.
  }

  @Override
  public void testEnded(String host) {
    // Nothing is held.
  }
}
