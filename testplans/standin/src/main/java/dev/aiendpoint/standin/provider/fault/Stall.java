package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/**
 * A stream that stops in its middle; the connection stays open. A JSON answer stops after its half.
 *
 * @param afterPieces of the stream
 * @param stallMs how long it stops before it goes on; 0 for ever
 */
public record Stall(int afterPieces, long stallMs) implements Fault {

  @Override
  public Mode mode() {
    return Mode.STALL;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    if (!answer.stream()) {
      return answer.halfOfBody();
    }
    if (stallMs == 0) {
      return answer.begun(afterPieces);
    }
    long stall = Fault.nanos(stallMs);
    return Pacing.steps(
        answer,
        answer.arrival(0),
        index -> answer.arrival(index) + (index < afterPieces ? 0 : stall));
  }
}
