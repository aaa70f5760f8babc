package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;

/** Decides which recorded groups and cells a {@link Scope} selects. */
final class ScopeFilter {

  private final Scope scope;

  ScopeFilter(Scope scope) {
    this.scope = scope;
  }

  boolean selects(FrozenGroup group) {
    return selectsLabel(group.label(), group.operation())
        && (scope.phases().isEmpty() || scope.phases().contains(group.phase()));
  }

  boolean selectsLabel(String label, OperationClass operation) {
    if (!scope.operations().isEmpty() && !scope.operations().contains(operation)) {
      return false;
    }
    if (operation == OperationClass.CONTROL && !namesControl()) {
      return false;
    }
    return scope.labels().isEmpty()
        || scope.labels().stream()
            .filter(
                pattern ->
                    operation != OperationClass.CONTROL
                        || scope.operations().contains(OperationClass.CONTROL)
                        || pattern.startsWith("CONTROL"))
            .anyMatch(pattern -> LabelGlob.matches(pattern, label));
  }

  private boolean namesControl() {
    return scope.operations().contains(OperationClass.CONTROL)
        || scope.labels().stream().anyMatch(pattern -> pattern.startsWith("CONTROL"));
  }

  boolean selects(FrozenCell cell) {
    return cell.samples() > 0
        && selectsOutcome(cell.outcome())
        && (scope.caches().isEmpty() || scope.caches().contains(cell.cache()));
  }

  boolean selectsOutcome(Outcome outcome) {
    return scope.outcomes().isEmpty() || scope.outcomes().contains(outcome);
  }

  /** True when gaps of which only the label is known can be told to be in the scope. */
  boolean isByLabelOnly() {
    return scope.phases().isEmpty() && scope.outcomes().isEmpty() && scope.caches().isEmpty();
  }
}
