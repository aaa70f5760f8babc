package dev.aiendpoint.jmeter;

import dev.aiendpoint.classify.Classification;
import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.exchange.ContentTimings;
import dev.aiendpoint.exchange.Exchange;
import dev.aiendpoint.exchange.TokenUsage;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * What View Results Tree shows of an exchange, below the response headers. There, and not in the
 * body, so that extractors and assertions on the body see what the server sent.
 */
final class ExchangeSection {

  /** First line of the section. */
  static final String TITLE = "---- AI exchange (added by the test, not sent by the server) ----";

  private static final int VALUE_COLUMN = 18;

  private ExchangeSection() {}

  static String of(Exchange exchange, Classification classification, OptionalLong tokensOut) {
    StringBuilder out = new StringBuilder(640).append('\n').append(TITLE).append('\n');
    Answer answer = exchange.answer();
    line(out, "outcome", classification.outcome() + because(classification.message()));
    line(out, "cache", classification.cache().name());
    line(
        out,
        "circuit",
        classification.circuit().asColumn().isEmpty()
            ? "UNKNOWN"
            : classification.circuit().asColumn());
    classification.reasons().forEach(reason -> line(out, "because", reason));
    line(out, "wire format", answer.format() + (answer.streamed() ? ", streamed" : ""));
    answer.finishReason().ifPresent(reason -> line(out, "finish reason", reason));
    answer.error().ifPresent(error -> line(out, "in-stream error", error));
    if (answer.streamed()) {
      timings(out, answer.timings());
      line(out, "terminator", answer.terminated() ? "seen" : "MISSING");
    }
    usage(out, classification.usage(), tokensOut);
    if (classification.cost().isPresent()) {
      line(out, "cost", Double.toString(classification.cost().getAsDouble()));
    }
    if (!answer.reasoning().isEmpty()) {
      line(out, "reasoning", answer.reasoning());
    }
    return out.toString();
  }

  private static void timings(StringBuilder out, ContentTimings timings) {
    time(out, "first event", timings.firstEvent());
    time(out, "first token", timings.firstContent());
    if (!timings.firstVisible().equals(timings.firstContent())) {
      time(out, "first visible", timings.firstVisible());
    }
    time(out, "last content", timings.lastContent());
    time(out, "largest gap", timings.maxGap());
    line(out, "content events", Integer.toString(timings.contentEvents()));
    if (timings.isOneBurst()) {
      line(
          out,
          "one burst",
          "something on the way held the stream back: the time to the first token is that to the"
              + " whole answer");
    }
  }

  private static void usage(StringBuilder out, TokenUsage usage, OptionalLong tokensOut) {
    count(out, "input tokens", usage.input(), "");
    count(out, "cached input", usage.cachedInput(), "");
    String source = usage.output().isPresent() ? " (usage)" : " (chunks: an estimate)";
    count(out, "output tokens", tokensOut, source);
    count(out, "reasoning tokens", usage.reasoning(), "");
  }

  private static void count(StringBuilder out, String name, OptionalLong value, String source) {
    if (value.isPresent()) {
      line(out, name, value.getAsLong() + source);
    }
  }

  private static void time(StringBuilder out, String name, OptionalLong nanos) {
    if (nanos.isPresent()) {
      line(out, name, BigDecimal.valueOf(Math.round(nanos.getAsLong() / 1e3), 3) + " ms");
    }
  }

  private static String because(String message) {
    return message.isEmpty() ? "" : ": " + message;
  }

  /** Put together by hand: it runs for every sample, and a formatter costs more than the rest. */
  private static void line(StringBuilder out, String name, String value) {
    int start = out.length();
    out.append(name).append(':');
    do {
      out.append(' ');
    } while (out.length() < start + VALUE_COLUMN);
    out.append(value).append('\n');
  }
}
