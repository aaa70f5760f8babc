package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/**
 * Tokens that come slowly, at an even pace.
 *
 * @param gapMs between two pieces of a stream; a JSON answer takes as long as its stream would
 */
public record SlowTokens(long gapMs) implements Fault {

  @Override
  public Mode mode() {
    return Mode.SLOW_TOKENS;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    long gap = Fault.nanos(gapMs);
    if (!answer.stream()) {
      long total = answer.totalNanos() + gap * (answer.pieces() - 1);
      return List.of(answer.whole(total, 200, answer.wire().body(answer.answer())));
    }
    long first = answer.arrival(0);
    return Pacing.steps(answer, first, index -> first + index * gap);
  }
}
