package dev.aiendpoint.phase;

/** How much load a phase asks for: in users (closed model) or in arrivals (open model). */
public sealed interface Level {

  /**
   * A number of users, each of which begins its next iteration when the last one is done.
   *
   * @param count 0 or more
   */
  record Users(int count) implements Level {
    public Users {
      if (count < 0) {
        throw new IllegalArgumentException(
            "level: users was '" + count + "' but must be 0 or more");
      }
    }
  }

  /**
   * Iterations that begin at a rate of their own, however long the running ones take.
   *
   * @param perSecond 0 or more, finite
   */
  record Arrivals(double perSecond) implements Level {
    public Arrivals {
      if (!(perSecond >= 0) || Double.isInfinite(perSecond)) {
        throw new IllegalArgumentException(
            "level: arrivals per second was '" + perSecond + "' but must be 0 or more");
      }
    }
  }
}
