package dev.aiendpoint.standin.provider.answer;

import dev.aiendpoint.standin.provider.wire.Allowance;
import dev.aiendpoint.standin.provider.wire.Answer;
import dev.aiendpoint.standin.provider.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A healthy answer in its wire format with its times, from which every fault makes its own.
 *
 * @param now when the request arrived
 * @param totalNanos when the answer is whole
 * @param arrivals when each piece of a stream is there, in nanoseconds; the last at the total
 */
public record TimedAnswer(
    Wire wire, Answer answer, Instant now, long totalNanos, List<Long> arrivals) {

  private static final String JSON = "application/json";
  private static final String EVENTS = "text/event-stream; charset=utf-8";

  public TimedAnswer {
    arrivals = List.copyOf(arrivals);
  }

  public boolean stream() {
    return answer.ask().stream();
  }

  public int pieces() {
    return answer.pieces().size();
  }

  /** When the n-th piece is there. */
  public long arrival(int index) {
    return arrivals.get(index);
  }

  /** The answer as it should be. */
  public List<Step> healthy() {
    if (!stream()) {
      return List.of(whole(totalNanos, 200, wire.body(answer)));
    }
    List<Step> steps = begun(pieces());
    steps.add(new Step.End(totalNanos, wire.closing(answer)));
    return steps;
  }

  /** A stream's begin and its first pieces, at their times; to be gone on with. */
  public List<Step> begun(int pieces) {
    List<Step> steps = new ArrayList<>();
    steps.add(begin(arrival(0)));
    String opening = wire.opening(answer);
    if (pieces == 0) {
      steps.add(new Step.Send(arrival(0), opening));
    }
    for (int i = 0; i < Math.min(pieces, pieces()); i++) {
      String piece = wire.piece(answer, i);
      // The first ones together: one write less for each call.
      steps.add(new Step.Send(arrival(i), i == 0 ? opening + piece : piece));
    }
    return steps;
  }

  /** Status and headers of a stream. */
  public Step begin(long atNanos) {
    return new Step.Begin(atNanos, 200, headers(EVENTS));
  }

  /** An answer in JSON. */
  public Step whole(long atNanos, int status, String body) {
    return new Step.Whole(atNanos, status, headers(JSON), body);
  }

  /** The vendor's answer with an error status. */
  public Step error(long atNanos, int status) {
    return whole(atNanos, status, wire.error(status, answer.number()));
  }

  /** The vendor's answer past a rate limit. */
  public Step limited(long atNanos, Allowance allowance, String retryAfter) {
    Map<String, String> headers = headers(JSON);
    headers.put("retry-after", retryAfter);
    headers.putAll(wire.limitHeaders(allowance));
    return new Step.Whole(atNanos, 429, headers, wire.error(429, answer.number()));
  }

  /** The half of a JSON answer whose length was announced as that of the whole. */
  public List<Step> halfOfBody() {
    String body = wire.body(answer);
    Map<String, String> headers = headers(JSON);
    headers.put("Content-Length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
    return new ArrayList<>(
        List.of(
            new Step.Begin(totalNanos, 200, headers),
            new Step.Send(totalNanos, body.substring(0, body.length() / 2))));
  }

  private Map<String, String> headers(String contentType) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.putAll(wire.headers(answer.number()));
    return headers;
  }
}
