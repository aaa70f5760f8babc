package dev.aiendpoint.wire;

import dev.aiendpoint.exchange.ContentTimings;
import dev.aiendpoint.exchange.TokenUsage;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Collects what a wire format finds in one answer, and when. An event counts once as content,
 * however many pieces it holds. Used by one thread.
 */
final class AnswerRecorder {

  private static final long NEVER = Long.MIN_VALUE;

  private final long sentNanos;
  private final CutText text;
  private final CutText reasoning;
  private TokenUsage usage = TokenUsage.UNKNOWN;
  private String finishReason;
  private String error;
  private boolean terminatorSeen;

  private boolean eventHasContent;
  private boolean eventHasVisible;
  private boolean toolCallSeen;
  private long firstEventNanos = NEVER;
  private long firstContentNanos = NEVER;
  private long firstVisibleNanos = NEVER;
  private long lastContentNanos = NEVER;
  private int contentEvents;
  private int guessedEvents;
  private long[] gaps = new long[64];

  AnswerRecorder(long sentNanos, int maxChars) {
    this.sentNanos = sentNanos;
    this.text = new CutText(maxChars);
    this.reasoning = new CutText(maxChars);
  }

  /** Text that the reader of the answer sees; empty text is nothing. */
  void visible(String part) {
    if (!part.isEmpty()) {
      text.append(part);
      visibleWithoutText();
    }
  }

  /** Visible content that is no text: a file, an image, text of a further choice. */
  void visibleWithoutText() {
    eventHasContent = true;
    eventHasVisible = true;
  }

  /**
   * Data that is taken for visible content while nothing better was seen: in a stream that also has
   * known content it is none.
   */
  void guessed(String data) {
    if (!data.isEmpty() && hasOnlyGuesses()) {
      visible(data);
      guessedEvents++;
    }
  }

  /** True while no content was read that is more than a guess. */
  boolean hasOnlyGuesses() {
    return contentEvents == guessedEvents;
  }

  /** Takes content back that was only guessed. */
  void forgetGuesses() {
    if (guessedEvents > 0) {
      text.clear();
      contentEvents = 0;
      guessedEvents = 0;
      firstContentNanos = NEVER;
      firstVisibleNanos = NEVER;
      lastContentNanos = NEVER;
    }
  }

  /** Text that the model thought; empty text is nothing. */
  void reasoning(String part) {
    if (!part.isEmpty()) {
      reasoning.append(part);
      eventHasContent = true;
    }
  }

  /** Generated reasoning that can not be read. */
  void hiddenReasoning() {
    eventHasContent = true;
  }

  /** A piece of a tool call, its name or its arguments; an empty piece is nothing. */
  void toolCall(String part) {
    if (!part.isEmpty()) {
      toolCallSeen = true;
      eventHasContent = true;
    }
  }

  boolean hasToolCall() {
    return toolCallSeen;
  }

  /** True when any event so far, this one included, held content. */
  boolean hasContent() {
    return contentEvents > 0 || eventHasContent;
  }

  /**
   * Takes counts over. They are cumulative wherever they come more than once, so the later one
   * wins; but a 0 is how some gateways fill a count they do not repeat.
   */
  void usage(TokenUsage later) {
    if (later == TokenUsage.UNKNOWN) {
      return;
    }
    usage =
        new TokenUsage(
            later(usage.input(), later.input()),
            later(usage.output(), later.output()),
            later(usage.cachedInput(), later.cachedInput()),
            later(usage.reasoning(), later.reasoning()));
  }

  private static OptionalLong later(OptionalLong known, OptionalLong later) {
    boolean replaces = later.isPresent() && (known.isEmpty() || later.getAsLong() > 0);
    return replaces ? later : known;
  }

  /** The provider's word for why it ended; the last one that is not empty counts. */
  void finish(String reason) {
    if (!reason.isEmpty()) {
      finishReason = reason;
    }
  }

  /** An error inside the answer; the first one is the cause, so it stays. */
  void error(String message) {
    if (error == null) {
      error = message.isEmpty() ? "error without a message" : message;
    }
  }

  boolean hasError() {
    return error != null;
  }

  /** The end mark of the format was seen. */
  void terminator() {
    terminatorSeen = true;
  }

  boolean terminatorSeen() {
    return terminatorSeen;
  }

  /** Closes an event with data: gives it its place in time. */
  void endEvent(long arrivedNanos) {
    if (firstEventNanos == NEVER) {
      firstEventNanos = arrivedNanos;
    }
    if (eventHasContent) {
      if (contentEvents == 0) {
        firstContentNanos = arrivedNanos;
      } else {
        addGap(arrivedNanos - lastContentNanos);
      }
      lastContentNanos = arrivedNanos;
      contentEvents++;
    }
    if (eventHasVisible && firstVisibleNanos == NEVER) {
      firstVisibleNanos = arrivedNanos;
    }
    eventHasContent = false;
    eventHasVisible = false;
  }

  private void addGap(long nanos) {
    int index = contentEvents - 1;
    if (index == gaps.length) {
      gaps = Arrays.copyOf(gaps, 2 * gaps.length);
    }
    gaps[index] = nanos;
  }

  String text() {
    return text.toString();
  }

  String reasoningText() {
    return reasoning.toString();
  }

  TokenUsage usage() {
    return usage;
  }

  Optional<String> finishReason() {
    return Optional.ofNullable(finishReason);
  }

  Optional<String> error() {
    return Optional.ofNullable(error);
  }

  ContentTimings timings() {
    return new ContentTimings(
        sinceSent(firstEventNanos),
        sinceSent(firstContentNanos),
        sinceSent(firstVisibleNanos),
        sinceSent(lastContentNanos),
        contentEvents,
        Arrays.copyOf(gaps, Math.max(0, contentEvents - 1)));
  }

  private OptionalLong sinceSent(long nanos) {
    return nanos == NEVER ? OptionalLong.empty() : OptionalLong.of(nanos - sentNanos);
  }
}
