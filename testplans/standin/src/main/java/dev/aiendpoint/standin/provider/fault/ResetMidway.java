package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/**
 * A reset connection in the middle of the answer: after some pieces of a stream, or half of a JSON
 * body.
 *
 * @param afterPieces of a stream
 */
public record ResetMidway(int afterPieces) implements Fault {

  private static final long READ_MS = 50;

  @Override
  public Mode mode() {
    return Mode.RESET_MIDWAY;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    List<Step> steps = answer.stream() ? answer.begun(afterPieces) : answer.halfOfBody();
    long last = steps.get(steps.size() - 1).atNanos();
    // A reset throws away what the client has not read yet: it gets the time to.
    steps.add(new Step.Reset(last + Fault.nanos(READ_MS)));
    return steps;
  }
}
