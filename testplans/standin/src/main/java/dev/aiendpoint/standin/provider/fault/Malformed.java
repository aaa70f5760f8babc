package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/**
 * JSON that is none: the body, or one event in the middle of a stream that ends as it should.
 *
 * @param afterPieces of a stream
 */
public record Malformed(int afterPieces) implements Fault {

  @Override
  public Mode mode() {
    return Mode.MALFORMED;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    if (!answer.stream()) {
      String body = answer.wire().body(answer.answer());
      return List.of(answer.whole(answer.totalNanos(), 200, broken(body)));
    }
    List<Step> steps = answer.healthy();
    int index = Math.min(1 + afterPieces, steps.size() - 2);
    Step.Send piece = (Step.Send) steps.get(index);
    steps.set(index, new Step.Send(piece.atNanos(), brokenEvent(piece.text())));
    return steps;
  }

  private static String broken(String json) {
    return json.substring(0, json.length() - 1) + ",,]";
  }

  /** The last event of a text. */
  private static String brokenEvent(String events) {
    return broken(events.stripTrailing()) + "\n\n";
  }
}
