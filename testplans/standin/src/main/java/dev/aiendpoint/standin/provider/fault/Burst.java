package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/**
 * Everything at once: the whole stream in one write, when its last piece would have come. A JSON
 * answer is that anyway.
 */
public record Burst() implements Fault {

  @Override
  public Mode mode() {
    return Mode.BURST;
  }

  @Override
  public List<Step> steps(TimedAnswer answer) {
    if (!answer.stream()) {
      return answer.healthy();
    }
    StringBuilder all = new StringBuilder(answer.wire().opening(answer.answer()));
    for (int i = 0; i < answer.pieces(); i++) {
      all.append(answer.wire().piece(answer.answer(), i));
    }
    all.append(answer.wire().closing(answer.answer()));
    long total = answer.totalNanos();
    return List.of(answer.begin(total), new Step.End(total, all.toString()));
  }
}
