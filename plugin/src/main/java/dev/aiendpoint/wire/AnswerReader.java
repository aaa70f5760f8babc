package dev.aiendpoint.wire;

import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.exchange.ContentTimings;
import dev.aiendpoint.json.JsonView;
import dev.aiendpoint.sse.SseEvent;
import dev.aiendpoint.sse.SseLimitException;
import dev.aiendpoint.sse.SseReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the bytes of one answer as they arrive, and tells what it said and when.
 *
 * <p>An answer is an event stream when its content type is {@code text/event-stream}, or when the
 * user fixed a stream's format and the content type is neither JSON nor HTML. With {@code auto} the
 * first event that has a provider's shape decides the format; until then events are read as {@code
 * generic}. Everything else is a body: JSON of any known shape, or text that is only kept.
 *
 * <p>Used by one thread, except {@link #lastEventNanos()} and {@link #eventCount()}, which another
 * may ask at any time.
 */
public final class AnswerReader {

  /** The error of an answer that says it is JSON and is not; an empty one says nothing. */
  private static final String MALFORMED = "malformed JSON";

  private static final int NONE = 0;

  private final MediaType mediaType;
  private final boolean stream;
  private final boolean detecting;
  private final SseReader events;
  private final AnswerRecorder recorder;
  private final CutBytes raw;
  private WireFormat format;
  private boolean broken;
  private boolean jsonSeen;
  private int firstBrokenJson = NONE;
  private Answer answer;
  private volatile long lastEventNanos;
  private volatile int eventCount;

  private AnswerReader(String formatName, MediaType mediaType, long sentNanos, ReadLimits limits) {
    boolean auto = WireFormats.isAuto(formatName);
    this.format = auto ? WireFormats.GENERIC : WireFormats.named(formatName);
    this.detecting = auto;
    this.mediaType = mediaType;
    this.stream =
        format != WireFormats.JSON
            && (mediaType.isEventStream() || !auto && !mediaType.isDocument());
    this.events = new SseReader(limits.maxEventBytes(), this::readEvent);
    this.recorder = new AnswerRecorder(sentNanos, limits.maxBodyBytes());
    this.raw = new CutBytes(limits.maxBodyBytes());
    this.lastEventNanos = sentNanos;
  }

  /**
   * @param formatNameOrAuto one of {@link WireFormats#names()}
   * @param contentType media type with parameters; null or empty when unknown
   * @param sentNanos when the request was sent, monotonic clock
   * @throws IllegalArgumentException when there is no format of that name
   */
  public static AnswerReader of(
      String formatNameOrAuto, String contentType, long sentNanos, ReadLimits limits) {
    return new AnswerReader(formatNameOrAuto, MediaType.of(contentType), sentNanos, limits);
  }

  /**
   * Reads bytes that arrived together.
   *
   * @param arrivedNanos when they arrived, taken before this call
   * @throws SseLimitException when an event is over the limit; what was read before stays known
   */
  public void accept(byte[] buffer, int offset, int length, long arrivedNanos)
      throws SseLimitException {
    raw.append(buffer, offset, length);
    if (stream) {
      try {
        events.accept(buffer, offset, length, arrivedNanos);
      } catch (SseLimitException e) {
        broken = true;
        throw e;
      }
    }
  }

  private void readEvent(SseEvent event) {
    lastEventNanos = event.arrivedNanos();
    // Only this thread writes it.
    eventCount = eventCount + 1;
    WireEvent wireEvent = WireEvent.of(event);
    jsonSeen |= wireEvent.json().exists();
    if (firstBrokenJson == NONE && wireEvent.isBrokenJson()) {
      firstBrokenJson = eventCount;
    }
    if (detecting && format == WireFormats.GENERIC && recorder.hasOnlyGuesses()) {
      WireFormat recognised = WireFormats.recognise(wireEvent);
      if (recognised != WireFormats.GENERIC) {
        recorder.forgetGuesses();
        format = recognised;
      }
    }
    format.readEvent(wireEvent, recorder);
    if (!event.data().isEmpty()) {
      recorder.endEvent(event.arrivedNanos());
    }
  }

  /** True when the answer is read as an event stream. */
  public boolean isStream() {
    return stream;
  }

  /** Arrival of the last event, the time of sending before the first; monotonic clock. */
  public long lastEventNanos() {
    return lastEventNanos;
  }

  /** Number of events so far, those without data included. */
  public int eventCount() {
    return eventCount;
  }

  /** Ends the answer, complete or not, and tells what was read. */
  public Answer end() {
    if (answer == null) {
      answer = stream ? endStream() : endBody();
    }
    return answer;
  }

  private Answer endStream() {
    events.end();
    if (firstBrokenJson != NONE && isStreamOfJson()) {
      recorder.error(MALFORMED + " in event " + firstBrokenJson + " of the stream");
    }
    return answer(format.name(), recorder.timings(), isTerminated());
  }

  /** A stream of plain text may well hold a piece that begins like JSON, such as generated code. */
  private boolean isStreamOfJson() {
    return jsonSeen || format != WireFormats.GENERIC;
  }

  private boolean isTerminated() {
    if (broken) {
      return false;
    }
    // Without a promise, a stream that said something and did not break off inside an event is
    // whole; one that said nothing is not.
    return recorder.terminatorSeen()
        || !format.promisesTerminator() && recorder.hasContent() && !events.endedInsideEvent();
  }

  private Answer endBody() {
    String text = raw.isCut() ? "" : body();
    Optional<JsonView> json =
        mediaType.isJson() || beginsLikeJson(text) ? JsonView.parse(text) : Optional.empty();
    if (json.isPresent()) {
      WireFormats.JSON.readBody(json.get(), recorder);
    } else if (mediaType.isJson() && !text.isBlank()) {
      recorder.error(MALFORMED);
    } else {
      return Answer.NONE;
    }
    return answer(WireFormats.JSON.name(), ContentTimings.NONE, true);
  }

  private static boolean beginsLikeJson(String text) {
    String begin = text.stripLeading();
    return begin.startsWith("{") || begin.startsWith("[");
  }

  private Answer answer(String formatName, ContentTimings timings, boolean terminated) {
    return new Answer(
        formatName,
        stream,
        recorder.text(),
        recorder.reasoningText(),
        timings,
        recorder.usage(),
        recorder.finishReason(),
        recorder.error(),
        terminated);
  }

  /**
   * The answer to show and to match rules on: of a body its text as received, of a stream the
   * visible text put together, then its error. A stream without either shows its reasoning, and one
   * without any of these the events themselves.
   */
  public String body() {
    if (!stream) {
      String text = raw.toText(mediaType.charset());
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    String text = recorder.text();
    if (text.isEmpty() && !recorder.reasoningText().isEmpty()) {
      text = "[reasoning] " + recorder.reasoningText();
    }
    if (recorder.hasError()) {
      String error = "[stream error] " + recorder.error().orElse("");
      text = text.isEmpty() ? error : text + "\n" + error;
    }
    return text.isEmpty() ? raw.toText(StandardCharsets.UTF_8) : text;
  }

  /** The bytes as received, up to the limit. */
  public byte[] rawBytes() {
    return raw.toBytes();
  }
}
