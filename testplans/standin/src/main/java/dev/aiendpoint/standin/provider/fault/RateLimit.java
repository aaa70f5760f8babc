package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import dev.aiendpoint.standin.provider.wire.Allowance;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * 429 with {@code retry-after} and the vendor's rate-limit headers.
 *
 * @param retryAfterSeconds what {@code retry-after} and the reset say
 * @param retryAfterDate whether {@code retry-after} says it as a date
 * @param limit requests that a window would have
 * @param delayMs how long it takes until it is told
 */
public record RateLimit(int retryAfterSeconds, boolean retryAfterDate, int limit, long delayMs)
    implements Fault {

  @Override
  public Mode mode() {
    return Mode.RATE_LIMIT;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    String retryAfter =
        retryAfterDate
            ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                answer.now().plusSeconds(retryAfterSeconds).atOffset(ZoneOffset.UTC))
            : String.valueOf(retryAfterSeconds);
    Allowance allowance = new Allowance(limit, 0, answer.now(), retryAfterSeconds);
    return List.of(answer.limited(Fault.nanos(delayMs), allowance, retryAfter));
  }
}
