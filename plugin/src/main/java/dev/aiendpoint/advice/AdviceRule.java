package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.RunVerdict;
import java.util.List;

/** Looks for one kind of issue. Without evidence it says nothing. Safe for use from any thread. */
interface AdviceRule {

  List<Advice> apply(RunVerdict run);
}
