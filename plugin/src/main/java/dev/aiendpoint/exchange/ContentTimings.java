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

  /** Fewer content events say nothing of how the rest would come. */
  private static final int BURST_EVENTS = 4;

  /** A model that writes a piece in less is not known; a buffer that is emptied needs far less. */
  private static final long BURST_GAP_NANOS = 1_000_000;

  private static final double BURST_SHARE = 0.05;

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

  /**
   * True when something on the way held the stream back and sent it in one piece: {@value
   * #BURST_EVENTS} or more content events, on average less than 1 ms apart, all within the last 5 %
   * of the time. The time to the first token is the time to the whole answer then, and says nothing
   * of the model.
   */
  public boolean isOneBurst() {
    OptionalLong decode = decode();
    return contentEvents >= BURST_EVENTS
        && decode.isPresent()
        && decode.getAsLong() < BURST_GAP_NANOS * (contentEvents - 1)
        && decode.getAsLong() <= BURST_SHARE * lastContent.getAsLong();
  }

  /** From the first to the last content event, in nanoseconds; absent without two such times. */
  public OptionalLong decode() {
    return contentEvents < 2 || firstContent.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(lastContent.getAsLong() - firstContent.getAsLong());
  }
}
