package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/** No answer at all, while the connection stays open. */
public record Hang() implements Fault {

  @Override
  public Mode mode() {
    return Mode.HANG;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    return List.of();
  }
}
