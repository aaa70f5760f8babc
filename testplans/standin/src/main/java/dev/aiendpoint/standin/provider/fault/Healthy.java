package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/** No fault: the answer as it should be. */
public record Healthy() implements Fault {

  @Override
  public Mode mode() {
    return Mode.HEALTHY;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    return answer.healthy();
  }
}
