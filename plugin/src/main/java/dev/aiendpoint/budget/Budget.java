package dev.aiendpoint.budget;

import dev.aiendpoint.baseline.FigureFormat;

/**
 * How much the AI requests of a run may cost.
 *
 * @param amount above 0 and at most {@value #MOST}
 * @param currency of the response profile, such as {@code KRW}; empty when it names none
 */
public record Budget(double amount, String currency) {

  /** Name of the setting, a public contract. */
  public static final String SETTING = "budget";

  static final long MOST = 1_000_000_000;

  /**
   * Reads the setting.
   *
   * <pre>
   * budget = digits [ "." digits ]     above 0, in the profile's currency, without its name
   *
   * 300        in KRW, with the bundled profile connect
   * 0.5        50 cents, with a profile in USD
   * 50000.00
   * </pre>
   *
   * @throws IllegalArgumentException with name, value and rule
   */
  public static Budget parse(String text, String currency) {
    // Strict form: Double.parseDouble would also take "1d", "0x1p3" and "NaN".
    if (text.trim().matches("\\d{1,10}(\\.\\d{1,9})?")) {
      double amount = Double.parseDouble(text.trim());
      if (amount > 0 && amount <= MOST) {
        return new Budget(amount, currency);
      }
    }
    throw new IllegalArgumentException(
        SETTING
            + " was '"
            + text
            + "' but must be a number above 0 and at most "
            + MOST
            + " in the response profile's currency"
            + (currency.isEmpty() ? "" : " (" + currency + ")")
            + ", such as 300 or 0.5");
  }

  /** The amount with its currency. */
  public String text() {
    return FigureFormat.figure(amount, currency);
  }

  /** A cost beside this budget, with as many digits as it takes to tell them apart. */
  String beside(double cost) {
    return FigureFormat.besides(amount, cost, currency);
  }
}
