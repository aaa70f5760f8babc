package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/**
 * A first token that is late; the rest follows at its usual pace. A stream begins in time, so the
 * delay is between its first event and its first content.
 *
 * @param firstTokenMs when the first token, or the JSON answer, is there
 */
public record SlowFirstToken(long firstTokenMs) implements Fault {

  @Override
  public Mode mode() {
    return Mode.SLOW_FIRST_TOKEN;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    long first = Fault.nanos(firstTokenMs);
    if (!answer.stream()) {
      return List.of(answer.whole(first, 200, answer.wire().body(answer.answer())));
    }
    long begin = Math.min(first, answer.arrival(0));
    long later = first - answer.arrival(0);
    return Pacing.steps(answer, begin, index -> answer.arrival(index) + later);
  }
}
