package dev.aiendpoint.sample;

import dev.aiendpoint.exchange.Outcome;

/**
 * The outcome of a sample that nothing classified, such as a stock HTTP Request, from JMeter's
 * success flag and response code alone.
 */
final class UnclassifiedOutcome {

  private static final String NO_HTTP = "Non HTTP response code";

  private UnclassifiedOutcome() {}

  static Outcome of(boolean success, String responseCode) {
    if (success) {
      return Outcome.SERVED;
    }
    if (responseCode.startsWith(NO_HTTP)) {
      return responseCode.contains("Timeout") ? Outcome.TIMEOUT : Outcome.CONNECTION_ERROR;
    }
    if (responseCode.matches("[1-5]\\d\\d")) {
      int status = Integer.parseInt(responseCode);
      return switch (status / 100) {
        case 5 -> Outcome.SERVER_ERROR;
        case 4 ->
            switch (status) {
              case 401, 403 -> Outcome.UNAUTHORIZED;
              case 429 -> Outcome.RATE_LIMITED;
              default -> Outcome.CLIENT_ERROR;
            };
        default -> Outcome.ASSERTION_FAILED;
      };
    }
    return responseCode.isEmpty() ? Outcome.ASSERTION_FAILED : Outcome.SERVER_ERROR;
  }
}
