package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** A whole stream at another pace. */
final class Pacing {

  private Pacing() {}

  /**
   * @param begin when its first event is there, in nanoseconds
   * @param at when the n-th piece is there
   */
  static List<Step> steps(TimedAnswer answer, long begin, IntToLongFunction at) {
    List<Step> steps = new ArrayList<>();
    steps.add(answer.begin(begin));
    steps.add(new Step.Send(begin, answer.wire().opening(answer.answer())));
    for (int i = 0; i < answer.pieces(); i++) {
      steps.add(new Step.Send(at.applyAsLong(i), answer.wire().piece(answer.answer(), i)));
    }
    long last = at.applyAsLong(answer.pieces() - 1);
    steps.add(new Step.End(last, answer.wire().closing(answer.answer())));
    return steps;
  }
}
