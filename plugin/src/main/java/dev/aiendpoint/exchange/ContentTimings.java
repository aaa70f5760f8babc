package dev.aiendpoint.exchange;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * When the parts of a streamed answer arrived. Nanoseconds after the request was sent, on the
 * monotonic clock; what did not happen is absent. Definitions: {@code docs/metrics.md}.
 *
 * @param firstEvent first event with data (role-only and ping events count)
 * @param firstContent first event with non-empty generated content of any kind
 * @param firstVisible first event with content that a reader sees (no reasoning)
 * @param lastContent last event with generated content
 * @param contentEvents number of events with generated content
 * @param gaps time between one content event and the next, in order of arrival; not copied, so
 *     neither side may write to it
 */
public record ContentTimings(
    OptionalLong firstEvent,
    OptionalLong firstContent,
    OptionalLong firstVisible,
    OptionalLong lastContent,
    int contentEvents,
    long[] gaps) {

  /** Nothing arrived, or the answer was not streamed. */
  public static final ContentTimings NONE =
      new ContentTimings(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          0,
          new long[0]);

  /** The largest gap between two content events, in nanoseconds. */
  public OptionalLong maxGap() {
    return Arrays.stream(gaps).max();
  }

  /** From the first to the last content event, in nanoseconds; absent without two such times. */
  public OptionalLong decode() {
    return contentEvents < 2 || firstContent.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(lastContent.getAsLong() - firstContent.getAsLong());
  }
}
