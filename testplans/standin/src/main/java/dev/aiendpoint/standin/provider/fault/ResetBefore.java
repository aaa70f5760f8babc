package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/**
 * A reset connection instead of an answer.
 *
 * @param delayMs how long it takes until then
 */
public record ResetBefore(long delayMs) implements Fault {

  @Override
  public Mode mode() {
    return Mode.RESET_BEFORE;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    return List.of(new Step.Reset(Fault.nanos(delayMs)));
  }
}
