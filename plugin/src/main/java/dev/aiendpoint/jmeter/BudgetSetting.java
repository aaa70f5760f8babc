package dev.aiendpoint.jmeter;

import dev.aiendpoint.budget.Budget;
import dev.aiendpoint.classify.ResponseProfile;
import java.util.Optional;

/**
 * The setting {@code budget} and whether it can be held. A budget that nobody can measure would
 * never stop anything, so it is refused before the first request.
 */
final class BudgetSetting {

  private BudgetSetting() {}

  /**
   * The run's budget, if it has one.
   *
   * @param profileName the run's response profile, whose currency it is in
   * @throws RunRefusedException when it is no amount, or the profile tells no cost
   */
  static Optional<Budget> read(String profileName) {
    Optional<String> text = Settings.find(Budget.SETTING);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Budget budget = null;
    try {
      budget = Budget.parse(text.get(), ResponseSettings.currencyOf(profileName));
    } catch (IllegalArgumentException e) {
      RunExit.refuse("settings: " + e.getMessage());
    }
    check("settings", profileName);
    return Optional.ofNullable(budget);
  }

  /**
   * Refuses the run when it has a budget and {@code profileName} cannot tell what an answer costs.
   *
   * @param where what uses the profile, for the message
   */
  static void check(String where, String profileName) {
    Optional<String> text = Settings.find(Budget.SETTING);
    if (text.isPresent() && !profileName.isBlank() && !profile(where, profileName).tellsCost()) {
      RunExit.refuse(
          where
              + ": "
              + Budget.SETTING
              + " was '"
              + text.get()
              + "' but must be measurable: response profile '"
              + profileName.trim()
              + "' has neither prices nor a place where answers report their cost; give it one, or"
              + " run without a budget");
    }
  }

  private static ResponseProfile profile(String where, String name) {
    ResponseProfile profile = null;
    try {
      profile = ResponseSettings.profile(name);
    } catch (IllegalArgumentException e) {
      RunExit.refuse(where + ": " + e.getMessage());
    }
    return profile;
  }
}
