package dev.aiendpoint.classify;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Exchange;
import dev.aiendpoint.exchange.Outcome;
import java.util.Optional;

/**
 * The rules below every profile. They decide what no rule of the profile has decided, and they hold
 * the ground that a profile cannot take by accident ({@link #mayDecide}).
 *
 * <ol>
 *   <li>transport failure: CONNECTION → CONNECTION_ERROR, TIMEOUT → TIMEOUT, STALLED and TRUNCATED
 *       → STREAM_ERROR; no status at all → CONNECTION_ERROR
 *   <li>3xx (not followed; 304 apart) → CLIENT_ERROR, or UNAUTHORIZED where the Location is that of
 *       a sign-in page: that is how web applications refuse
 *   <li>401, 403 → UNAUTHORIZED; 429 → RATE_LIMITED; other 4xx → CLIENT_ERROR; 5xx and what is no
 *       HTTP status → SERVER_ERROR
 *   <li>below 300: an error event, or a stream without its terminator → STREAM_ERROR; an error
 *       object in a JSON answer → SERVER_ERROR
 *   <li>otherwise: a cache HIT → CACHED; AI evidence (output tokens, or streamed content that a
 *       wire format recognised) → GENERATED; neither → SERVED
 * </ol>
 *
 * <p>A cache HIT also turns the success that a rule of the profile decided into CACHED: see {@link
 * ResponseProfile}.
 */
final class UniversalRules {

  /** What was decided, why it is no success (empty on success), and by what. */
  record Decision(Outcome outcome, String message, String reason) {}

  private UniversalRules() {}

  /**
   * Whether a rule of the profile may decide the outcome of this exchange. Over an incomplete
   * answer it must name {@code failure}; over an error inside a well-answered exchange it must name
   * {@code error}; success on a status that is none must name {@code status}. Success over an error
   * or a failure is refused when the profile is read, and here again.
   */
  static boolean mayDecide(Rule<Outcome> rule, Facts facts) {
    boolean success = rule.then().isSuccess();
    if (facts.failure().isPresent()) {
      return !success && rule.when().names().contains(Fact.FAILURE);
    }
    if (facts.isAnsweredWell()) {
      return facts.error().isEmpty() || (!success && rule.when().names().contains(Fact.ERROR));
    }
    return !success || rule.when().names().contains(Fact.STATUS);
  }

  static Decision decide(Facts facts, CacheStatus cache) {
    Exchange exchange = facts.exchange();
    Optional<FailureWord> failure = facts.failure().filter(f -> f != FailureWord.UNTERMINATED);
    if (failure.isPresent()) {
      return failed(
          outcomeOf(failure.get()), exchange.failure().get().message(), "failure " + failure.get());
    }
    if (exchange.status().isEmpty()) {
      return failed(Outcome.CONNECTION_ERROR, "no HTTP answer arrived", "no status");
    }
    if (!facts.isAnsweredWell()) {
      return byStatus(facts, exchange.status().getAsInt());
    }
    if (facts.error().isPresent()) {
      return facts.isStream()
          ? failed(Outcome.STREAM_ERROR, "error event in the stream: " + text(facts), "error event")
          : failed(
              Outcome.SERVER_ERROR,
              "error inside an HTTP " + exchange.status().getAsInt() + " answer: " + text(facts),
              "error object");
    }
    if (facts.failure().isPresent()) {
      return failed(
          Outcome.STREAM_ERROR, "the stream ended without its terminator", "stream unterminated");
    }
    if (cache == CacheStatus.HIT) {
      return good(Outcome.CACHED, "cache HIT");
    }
    if (facts.usage().output().orElse(0) > 0) {
      return good(Outcome.GENERATED, "output tokens reported");
    }
    if (facts.hasStreamedContent()) {
      return good(Outcome.GENERATED, "streamed content");
    }
    return good(Outcome.SERVED, "no AI or cache evidence");
  }

  private static Outcome outcomeOf(FailureWord failure) {
    return switch (failure) {
      case CONNECTION -> Outcome.CONNECTION_ERROR;
      case TIMEOUT -> Outcome.TIMEOUT;
      case STALLED, TRUNCATED, UNTERMINATED -> Outcome.STREAM_ERROR;
    };
  }

  private static Decision byStatus(Facts facts, int status) {
    String why = "status " + status;
    if (status < 400) {
      String location = facts.headers().first("Location").orElse("");
      String message =
          location.isEmpty()
              ? "redirect without a Location"
              : "redirect to " + RedirectTarget.path(location);
      return RedirectTarget.isSignIn(location)
          ? failed(Outcome.UNAUTHORIZED, why + ": " + message, why + " to a sign-in page")
          : failed(Outcome.CLIENT_ERROR, why + ": " + message, why);
    }
    Outcome outcome =
        switch (status) {
          case 401, 403 -> Outcome.UNAUTHORIZED;
          case 429 -> Outcome.RATE_LIMITED;
          default -> status < 500 ? Outcome.CLIENT_ERROR : Outcome.SERVER_ERROR;
        };
    return failed(outcome, facts.error().map(error -> why + ": " + error).orElse(why), why);
  }

  private static String text(Facts facts) {
    return facts.error().orElse("");
  }

  private static Decision failed(Outcome outcome, String message, String why) {
    return new Decision(outcome, MessageTemplate.line(message), reason(outcome, why));
  }

  private static Decision good(Outcome outcome, String why) {
    return new Decision(outcome, "", reason(outcome, why));
  }

  private static String reason(Outcome outcome, String why) {
    return "outcome: " + outcome + " by universal rule (" + why + ")";
  }
}
