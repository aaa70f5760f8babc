package dev.aiendpoint.jmeter;

import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.exchange.Exchange;
import dev.aiendpoint.exchange.Headers;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.exchange.TransportFailure;
import dev.aiendpoint.ratelimit.Announcement;
import dev.aiendpoint.ratelimit.AnnouncementReader;
import dev.aiendpoint.sample.Sample;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.jmeter.protocol.http.sampler.HTTPSampleResult;
import org.apache.jmeter.samplers.SampleResult;

/** Translates a JMeter result into an {@link Exchange}. */
final class HttpExchanges {

  private static final String NO_HTTP = "Non HTTP response code";

  private static final Pattern SECRET_HEADER =
      Pattern.compile(
          "(?im)^([\\w-]*(?:authorization|cookie2?|api[-_]?key|access[-_]?key|subscription[-_]?key"
              + "|token|secret|password|credentials?|session(?:[-_]?id)?)):[^\r\n]*");

  private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");

  private HttpExchanges() {}

  static Exchange of(
      SampleResult result, String body, Answer answer, Optional<TransportFailure> failure) {
    return new Exchange(
        status(result.getResponseCode()),
        Headers.ofLines(result.getResponseHeaders()),
        result.getContentType(),
        body,
        answer,
        failure,
        TimeUnit.MILLISECONDS.toNanos(result.getTime()));
  }

  /** Why no HTTP answer arrived, by the exception that JMeter puts into the response code. */
  static Optional<TransportFailure> failureOf(SampleResult result) {
    String code = result.getResponseCode();
    if (!code.startsWith(NO_HTTP)) {
      return Optional.empty();
    }
    TransportFailure.Kind kind =
        code.contains("Timeout") ? TransportFailure.Kind.TIMEOUT : TransportFailure.Kind.CONNECTION;
    String message = result.getResponseMessage().replaceFirst("^Non HTTP response message: *", "");
    return Optional.of(new TransportFailure(kind, message));
  }

  /** When to come back, as a result says that was refused by a rate limit. */
  static Optional<Announcement> announcement(SampleResult result, Sample sample) {
    return sample.outcome() == Outcome.RATE_LIMITED
        ? AnnouncementReader.read(Headers.ofLines(result.getResponseHeaders()), sample.endMillis())
        : Optional.empty();
  }

  private static OptionalInt status(String code) {
    return STATUS.matcher(code).matches()
        ? OptionalInt.of(Integer.parseInt(code))
        : OptionalInt.empty();
  }

  /** Takes credentials out of what a result file or a results tree may show. */
  static void hideSecrets(SampleResult result) {
    String headers = result.getRequestHeaders();
    if (!headers.isEmpty()) {
      result.setRequestHeaders(SECRET_HEADER.matcher(headers).replaceAll("$1: ***"));
    }
    if (result instanceof HTTPSampleResult http && !http.getCookies().isEmpty()) {
      http.setCookies("***");
    }
  }
}
