package dev.aiendpoint.baseline;

import dev.aiendpoint.json.InvalidFileException;

/** Baselines for tests, written as users write them. */
final class TestBaseline {

  private TestBaseline() {}

  /**
   * @param thresholds members of each threshold, without an id of their own: they get t1, t2, …
   */
  static Baseline of(String... thresholds) {
    StringBuilder text = new StringBuilder("{\"plan\": \"test\", \"thresholds\": [");
    for (int i = 0; i < thresholds.length; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{\"id\": \"t")
          .append(i + 1)
          .append("\", ")
          .append(thresholds[i].replace('\'', '"'))
          .append('}');
    }
    try {
      return BaselineReader.read("test", text + "]}");
    } catch (InvalidFileException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
