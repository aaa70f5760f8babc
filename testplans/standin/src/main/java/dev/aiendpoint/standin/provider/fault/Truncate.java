package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/**
 * An answer that ends too early: a stream without its terminator, half of a JSON body. The HTTP
 * message itself is whole, as behind a proxy that buffers.
 *
 * @param afterPieces of a stream
 */
public record Truncate(int afterPieces) implements Fault {

  @Override
  public Mode mode() {
    return Mode.TRUNCATE;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    if (!answer.stream()) {
      String body = answer.wire().body(answer.answer());
      return List.of(answer.whole(answer.totalNanos(), 200, body.substring(0, body.length() / 2)));
    }
    List<Step> steps = answer.begun(afterPieces);
    steps.add(new Step.End(steps.get(steps.size() - 1).atNanos(), ""));
    return steps;
  }
}
