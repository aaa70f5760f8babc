package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/**
 * An error inside an answer whose status is 200: an event in the middle of a stream, or an error
 * object as JSON body.
 *
 * @param afterPieces of a stream
 */
public record ErrorEvent(int afterPieces) implements Fault {

  @Override
  public Mode mode() {
    return Mode.ERROR_EVENT;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    if (!answer.stream()) {
      String body = answer.wire().error(500, answer.answer().number());
      return List.of(answer.whole(answer.totalNanos(), 200, body));
    }
    List<Step> steps = answer.begun(afterPieces);
    long last = steps.get(steps.size() - 1).atNanos();
    steps.add(new Step.End(last, answer.wire().errorEvent(answer.answer())));
    return steps;
  }
}
