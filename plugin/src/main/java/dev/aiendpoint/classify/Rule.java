package dev.aiendpoint.classify;

import java.util.List;
import java.util.Optional;

/**
 * One rule of a profile: what to say when a condition holds.
 *
 * @param then the value that it decides: an outcome, a cache status or circuit evidence
 */
record Rule<T>(String id, Condition when, T then, Optional<MessageTemplate> message) {

  /** The first rule whose condition holds. */
  static <T> Optional<Rule<T>> first(List<Rule<T>> rules, Facts facts) {
    for (Rule<T> rule : rules) {
      if (rule.when.holds(facts)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** {@code outcome: FALLBACK by rule 'chat-zero' (usage zero)}. */
  String reason(String what, String value) {
    return what + ": " + value + " by rule '" + id + "' (" + when + ")";
  }
}
