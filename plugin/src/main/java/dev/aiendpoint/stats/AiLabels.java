package dev.aiendpoint.stats;

import dev.aiendpoint.sample.OperationClass;
import java.util.List;

/** Which AI requests label patterns select: those that any of them matches; without any, all. */
public final class AiLabels {

  private AiLabels() {}

  /** True when the label is one of an AI request, and is selected. */
  public static boolean matches(List<String> patterns, String label) {
    return OperationClass.ofLabel(label) == OperationClass.AI
        && (patterns.isEmpty()
            || patterns.stream().anyMatch(pattern -> LabelGlob.matches(pattern, label)));
  }
}
