package dev.aiendpoint.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads the bytes of one event stream, cut anywhere, into events. Source: WHATWG HTML, sections
 * 9.2.5 "Parsing an event stream" and 9.2.6 "Interpreting an event stream".
 *
 * <pre>
 * stream  = [ BOM ] *event
 * event   = *( comment / field ) end-of-line
 * comment = ":" *any end-of-line
 * field   = 1*name [ ":" [ space ] *any ] end-of-line      ; data, event, id, retry; others ignored
 * end-of-line = CR LF / CR / LF
 * </pre>
 *
 * Examples:
 *
 * <ul>
 *   <li>{@code "data: a\n\n"}: one event with data {@code a}
 *   <li>{@code "event: ping\r\ndata\r\ndata:b\r\n\r\n"}: type {@code ping}, data {@code "\nb"}
 *   <li>{@code ": waiting\n\ndata: lost"}: a comment, and no event, since no blank line ends it
 * </ul>
 *
 * <p>An event is dispatched with the byte that ends its blank line, so with a CR, not with the LF
 * that may follow. Its stamp is the one of the read that brought this byte. Bytes are decoded as
 * UTF-8 after an event is whole; malformed ones become U+FFFD.
 *
 * <p>Memory is bounded: the lines of one event that are still needed may hold {@code maxEventBytes}
 * together. Used by one thread.
 */
public final class SseReader {

  /** Default limit of one event: 1 MiB. */
  public static final int DEFAULT_MAX_EVENT_BYTES = 1 << 20;

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] DATA = {'d', 'a', 't', 'a'};
  private static final byte[] EVENT = {'e', 'v', 'e', 'n', 't'};
  private static final byte[] ID = {'i', 'd'};
  private static final byte[] RETRY = {'r', 'e', 't', 'r', 'y'};
  private static final String DEFAULT_TYPE = "message";

  /** Digits that fit a long whatever they are. */
  private static final int MAX_RETRY_DIGITS = 18;

  private final int maxEventBytes;
  private final Consumer<SseEvent> sink;

  /** Bytes of the BOM matched so far; 3 once the start of the stream is behind us. */
  private int bomBytes;

  private boolean lastLineEndedWithCr;
  private byte[] line = new byte[256];
  private int lineLength;
  private byte[] data = new byte[1024];
  private int dataLength;
  private String type = "";
  private boolean fieldSeen;
  private String idBuffer = "";
  private String lastEventId = "";
  private OptionalLong retryMillis = OptionalLong.empty();
  private long commentCount;
  private boolean endedInsideEvent;
  private boolean overLimit;

  public SseReader(Consumer<SseEvent> sink) {
    this(DEFAULT_MAX_EVENT_BYTES, sink);
  }

  /**
   * @param maxEventBytes most bytes that one event may need
   * @param sink takes each event, in order, on the thread that calls {@link #accept}
   */
  public SseReader(int maxEventBytes, Consumer<SseEvent> sink) {
    if (maxEventBytes < 1) {
      throw new IllegalArgumentException(
          "event stream: maxEventBytes was '" + maxEventBytes + "' but must be at least 1");
    }
    this.maxEventBytes = maxEventBytes;
    this.sink = sink;
  }

  /**
   * Reads bytes that arrived together.
   *
   * @param arrivedNanos when they arrived, taken before this call
   * @throws SseLimitException when an event is over the limit; every later call throws it again
   */
  public void accept(byte[] buffer, int offset, int length, long arrivedNanos)
      throws SseLimitException {
    if (overLimit) {
      throw new SseLimitException(maxEventBytes);
    }
    int end = offset + length;
    int lineStart = bomBytes < BOM.length ? skipBom(buffer, offset, end) : offset;
    for (int i = lineStart; i < end; i++) {
      byte b = buffer[i];
      if (b != '\n' && b != '\r') {
        continue;
      }
      if (b == '\n' && lastLineEndedWithCr && i == lineStart && lineLength == 0) {
        lastLineEndedWithCr = false;
      } else {
        lastLineEndedWithCr = b == '\r';
        endLine(buffer, lineStart, i, arrivedNanos);
      }
      lineStart = i + 1;
    }
    if (lineStart < end) {
      keepForNextRead(buffer, lineStart, end);
    }
  }

  /** Ends the stream; an event that no blank line ended is discarded. */
  public void end() {
    endedInsideEvent |= fieldSeen || lineLength > 0;
    lineLength = 0;
    resetEvent();
  }

  /** True after {@link #end()} when it discarded an unfinished event or line. */
  public boolean endedInsideEvent() {
    return endedInsideEvent;
  }

  /** The last event id that an event confirmed; empty when there was none. */
  public String lastEventId() {
    return lastEventId;
  }

  /** The reconnection time that the stream asked for, in milliseconds. */
  public OptionalLong retryMillis() {
    return retryMillis;
  }

  /** Number of comment lines so far: signs of life without content. */
  public long commentCount() {
    return commentCount;
  }

  private int skipBom(byte[] buffer, int offset, int end) throws SseLimitException {
    int i = offset;
    while (i < end && bomBytes < BOM.length && buffer[i] == BOM[bomBytes]) {
      bomBytes++;
      i++;
    }
    if (i < end && bomBytes < BOM.length) {
      // It only began like a BOM, possibly in an earlier read: its bytes belong to the first line.
      int matched = bomBytes;
      bomBytes = BOM.length;
      keepForNextRead(BOM, 0, matched);
    }
    return i;
  }

  private void keepForNextRead(byte[] buffer, int from, int to) throws SseLimitException {
    int added = to - from;
    checkLimit(lineLength + (long) added);
    line = grownFor(line, lineLength + added);
    System.arraycopy(buffer, from, line, lineLength, added);
    lineLength += added;
  }

  private void endLine(byte[] buffer, int from, int to, long arrivedNanos)
      throws SseLimitException {
    if (lineLength == 0) {
      // The usual case, a line within one read, is read where it lies.
      checkLimit(to - from);
      readLine(buffer, from, to, arrivedNanos);
    } else {
      keepForNextRead(buffer, from, to);
      int length = lineLength;
      lineLength = 0;
      readLine(line, 0, length, arrivedNanos);
    }
  }

  private void checkLimit(long lineBytes) throws SseLimitException {
    if (dataLength + lineBytes > maxEventBytes) {
      overLimit = true;
      line = new byte[0];
      data = new byte[0];
      lineLength = 0;
      dataLength = 0;
      throw new SseLimitException(maxEventBytes);
    }
  }

  private void readLine(byte[] bytes, int from, int to, long arrivedNanos) {
    if (from == to) {
      dispatch(arrivedNanos);
    } else if (bytes[from] == ':') {
      commentCount++;
    } else {
      int colon = from;
      while (colon < to && bytes[colon] != ':') {
        colon++;
      }
      int value = colon < to ? colon + 1 : to;
      if (value < to && bytes[value] == ' ') {
        value++;
      }
      fieldSeen = true;
      readField(bytes, from, colon, value, to);
    }
  }

  private void readField(byte[] bytes, int from, int colon, int value, int to) {
    if (isName(bytes, from, colon, DATA)) {
      int added = to - value;
      data = grownFor(data, dataLength + added + 1);
      System.arraycopy(bytes, value, data, dataLength, added);
      dataLength += added;
      data[dataLength++] = '\n';
    } else if (isName(bytes, from, colon, EVENT)) {
      type = text(bytes, value, to);
    } else if (isName(bytes, from, colon, ID)) {
      readId(bytes, value, to);
    } else if (isName(bytes, from, colon, RETRY)) {
      readRetry(bytes, value, to);
    }
  }

  private void readId(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0) {
        return;
      }
    }
    idBuffer = text(bytes, from, to);
  }

  private void readRetry(byte[] bytes, int from, int to) {
    if (from == to || to - from > MAX_RETRY_DIGITS) {
      return;
    }
    long millis = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return;
      }
      millis = millis * 10 + (bytes[i] - '0');
    }
    retryMillis = OptionalLong.of(millis);
  }

  private void dispatch(long arrivedNanos) {
    lastEventId = idBuffer;
    if (dataLength == 0) {
      resetEvent();
      return;
    }
    SseEvent event =
        new SseEvent(
            type.isEmpty() ? DEFAULT_TYPE : type,
            text(data, 0, dataLength - 1),
            lastEventId,
            arrivedNanos);
    resetEvent();
    sink.accept(event);
  }

  private void resetEvent() {
    dataLength = 0;
    type = "";
    fieldSeen = false;
  }

  private static boolean isName(byte[] bytes, int from, int to, byte[] name) {
    return Arrays.equals(bytes, from, to, name, 0, name.length);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static byte[] grownFor(byte[] bytes, int needed) {
    return needed <= bytes.length
        ? bytes
        : Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, 1 << 30)));
  }
}
