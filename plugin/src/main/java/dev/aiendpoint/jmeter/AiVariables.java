package dev.aiendpoint.jmeter;

import dev.aiendpoint.classify.Classification;
import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.ContentTimings;
import dev.aiendpoint.exchange.Exchange;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.LiveFacts;
import dev.aiendpoint.stats.TokenSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.jmeter.assertions.AssertionResult;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * Writes what is known of an exchange to where JMeter and its users look: this plugin's variables,
 * the success flag and failure message of the result, and a section below its response headers.
 */
final class AiVariables {

  /** Name of the variable that ties the other ones to one result. */
  private static final String OWNER = "ai.classified";

  private static final double NANOS_PER_MILLI = 1e6;

  private AiVariables() {}

  /** Empties every column but the phase: what an earlier sample left says nothing of the next. */
  static void clear(JMeterVariables variables) {
    for (SampleColumn column : SampleColumn.values()) {
      if (column != SampleColumn.PHASE || variables.get(column.variable()) == null) {
        variables.put(column.variable(), "");
      }
    }
    variables.put(Dashboard.CACHE_HIT, "");
    variables.putObject(OWNER, null);
  }

  /** True when the result has been classified already. */
  static boolean isClassified(SampleResult result, JMeterVariables variables) {
    return variables.getObject(OWNER) instanceof Owner owner && owner.result() == result;
  }

  /** What no column holds of a result: the gaps of its stream, and where its tokens come from. */
  static LiveFacts facts(SampleResult result, JMeterVariables variables) {
    return variables.getObject(OWNER) instanceof Owner owner && owner.result() == result
        ? owner.facts()
        : LiveFacts.NONE;
  }

  /** When the content of a result arrived; {@link ContentTimings#NONE} unless it was streamed. */
  static ContentTimings timings(SampleResult result, JMeterVariables variables) {
    return variables.getObject(OWNER) instanceof Owner owner && owner.result() == result
        ? owner.timings()
        : ContentTimings.NONE;
  }

  static void write(
      SampleResult result,
      Exchange exchange,
      Classification classification,
      JMeterVariables variables) {
    ContentTimings timings = exchange.answer().timings();
    OptionalLong tokensOut = tokensOut(exchange.answer(), classification);
    clear(variables);
    put(variables, SampleColumn.OUTCOME, classification.outcome().name());
    put(
        variables,
        SampleColumn.CACHE,
        classification.cache() == CacheStatus.UNKNOWN ? "" : classification.cache().name());
    variables.put(Dashboard.CACHE_HIT, Dashboard.cacheHit(classification.cache()));
    put(variables, SampleColumn.CIRCUIT, classification.circuit().asColumn());
    put(variables, SampleColumn.TTFT_MS, millis(timings.firstContent()));
    put(variables, SampleColumn.TPOT_MS, millis(timePerOutputToken(timings, tokensOut)));
    put(variables, SampleColumn.ICL_MAX_MS, millis(timings.maxGap()));
    put(variables, SampleColumn.TOKENS_IN, whole(classification.usage().input()));
    put(variables, SampleColumn.TOKENS_OUT, whole(tokensOut));
    put(variables, SampleColumn.COST, decimal(classification.cost(), 6));
    variables.putObject(
        OWNER, new Owner(result, facts(exchange.answer(), classification, tokensOut), timings));

    if (!classification.outcome().isSuccess()) {
      result.setSuccessful(false);
      AssertionResult reason = new AssertionResult("AI response");
      reason.setResultForFailure(classification.outcome() + ": " + classification.message());
      result.addAssertionResult(reason);
    } else if (isAcceptedByPlan(exchange)) {
      // JMeter fails every such status; any other reason of its own, such as a missing resource
      // of a page, stands.
      result.setSuccessful(true);
    }
    result.setResponseHeaders(
        result.getResponseHeaders() + ExchangeSection.of(exchange, classification, tokensOut));
  }

  private static LiveFacts facts(
      Answer answer, Classification classification, OptionalLong tokensOut) {
    Optional<TokenSource> source =
        tokensOut.isEmpty()
            ? Optional.empty()
            : Optional.of(
                classification.usage().output().isPresent()
                    ? TokenSource.USAGE
                    : TokenSource.CHUNKS);
    return new LiveFacts(
        answer.timings().gaps(),
        OptionalDouble.empty(),
        source,
        answer.streamed() ? answer.timings().contentEvents() : 0);
  }

  private static boolean isAcceptedByPlan(Exchange exchange) {
    return exchange.failure().isEmpty() && exchange.status().orElse(0) >= 400;
  }

  /** Reported tokens, else the number of content chunks of a stream. */
  private static OptionalLong tokensOut(Answer answer, Classification classification) {
    OptionalLong reported = classification.usage().output();
    return reported.isPresent() || !answer.streamed() || answer.timings().contentEvents() == 0
        ? reported
        : OptionalLong.of(answer.timings().contentEvents());
  }

  private static OptionalLong timePerOutputToken(ContentTimings timings, OptionalLong tokensOut) {
    OptionalLong decode = timings.decode();
    return decode.isEmpty() || tokensOut.isEmpty() || tokensOut.getAsLong() < 2
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round((double) decode.getAsLong() / (tokensOut.getAsLong() - 1)));
  }

  private static void put(JMeterVariables variables, SampleColumn column, String value) {
    variables.put(column.variable(), value);
  }

  private static String whole(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }

  private static String millis(OptionalLong nanos) {
    return nanos.isPresent()
        ? decimal(OptionalDouble.of(nanos.getAsLong() / NANOS_PER_MILLI), 3)
        : "";
  }

  private static String decimal(OptionalDouble value, int digits) {
    return value.isPresent()
        ? BigDecimal.valueOf(value.getAsDouble())
            .setScale(digits, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        : "";
  }

  private record Owner(SampleResult result, LiveFacts facts, ContentTimings timings) {}
}
