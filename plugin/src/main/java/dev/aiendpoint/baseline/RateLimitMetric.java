package dev.aiendpoint.baseline;

import dev.aiendpoint.ratelimit.LimitFigures;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure of the rate limits that requests met. Where none was met, or none was put to the test,
 * there is no figure.
 */
public sealed interface RateLimitMetric extends Metric {

  @Override
  default boolean onlyGrows() {
    return true;
  }

  @Override
  default boolean isInResultFiles() {
    return false;
  }

  @Override
  default String liveOnly() {
    return "headers of responses, nor which user made a request";
  }

  /** Announced moments at which, or after which, a request was refused all the same. */
  record Broken() implements RateLimitMetric {
    @Override
    public Dimension dimension() {
      return Dimension.NUMBER;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      LimitFigures limits = run.rateLimits(scope);
      return new Observation(
          limits.tested() == 0 ? OptionalDouble.empty() : OptionalDouble.of(limits.broken()),
          limits.tested());
    }

    @Override
    public String absentBecause() {
      return "only refusals count that tell when to come back, and that a later request of the same"
          + " user puts to the test";
    }

    @Override
    public Optional<String> causeOfBreach(RunSnapshot run, Scope scope) {
      return Optional.of(
          "requests were refused although they came at the moment that the server had announced, or"
              + " later");
    }
  }

  /** The longest time for which a user was refused. */
  record Longest() implements RateLimitMetric {
    @Override
    public Dimension dimension() {
      return Dimension.TIME;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      LimitFigures limits = run.rateLimits(scope);
      return new Observation(
          limits.longestMillis().isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(limits.longestMillis().getAsLong()),
          limits.episodes() + limits.unended());
    }

    @Override
    public String absentBecause() {
      return "only users count that a rate limit refused";
    }
  }
}
