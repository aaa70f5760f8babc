package dev.aiendpoint.standin.provider;

import dev.aiendpoint.standin.options.Scale;
import dev.aiendpoint.standin.options.StandInOptions;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What the provider is told at its start.
 *
 * @param port on the loopback interface; 0 for a free one
 * @param medianLatency of a healthy answer
 * @param capacity users that it keeps warm at once; empty for no bound
 * @param warm how long a user stays warm after a call
 * @param shedding how long it refuses everything once it is overloaded
 * @param seed of everything drawn at random
 */
public record ProviderOptions(
    int port,
    Duration medianLatency,
    OptionalInt capacity,
    Duration warm,
    Duration shedding,
    long seed) {

  /** The provider of a stand-in, scaled as that is. */
  public static ProviderOptions of(StandInOptions options) {
    Scale scale = options.scale();
    OptionalInt capacity = options.ai().capacity();
    return new ProviderOptions(
        options.ai().providerPort(),
        options.ai().medianLatency(),
        capacity.isPresent()
            ? OptionalInt.of(scale.users(capacity.getAsInt()))
            : OptionalInt.empty(),
        scale.duration(ContextSlots.WARM),
        scale.duration(ContextSlots.SHEDDING),
        options.seed());
  }
}
