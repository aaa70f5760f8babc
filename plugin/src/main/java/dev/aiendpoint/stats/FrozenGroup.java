package dev.aiendpoint.stats;

import dev.aiendpoint.sample.OperationClass;
import java.util.List;

/** A {@link GroupRecorder} at a moment. Immutable. */
record FrozenGroup(
    String label,
    String phase,
    OperationClass operation,
    List<FrozenCell> cells,
    List<FailureTally.Tally> failures) {}
