package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/**
 * An error status in the vendor's words.
 *
 * @param status 400 to 599
 * @param delayMs how long it takes until it is told
 * @param oneByOne so many are told one after the other
 */
public record Status(int status, long delayMs, int oneByOne) implements Fault {

  @Override
  public Mode mode() {
    return Mode.STATUS;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    return List.of(answer.error(Fault.nanos(delayMs), status));
  }
}
