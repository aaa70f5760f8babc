package dev.aiendpoint.standin.provider;

import dev.aiendpoint.standin.options.Scale;
import dev.aiendpoint.standin.options.StandInOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the provider is told at its start.
 *
 * @param port on the loopback interface; 0 for a free one
 * @param medianLatency of a healthy answer
 * @param capacity users that it keeps warm at once; empty for no bound
 * @param warm how long a user stays warm after a call
 * @param shedding how long it refuses everything once it is overloaded
 * @param script file of timed faults; empty for none
 * @param scale of the script's times
 * @param seed of everything drawn at random
 */
public record ProviderOptions(
    int port,
    Duration medianLatency,
    OptionalInt capacity,
    Duration warm,
    Duration shedding,
    Optional<Path> script,
    Scale scale,
    long seed) {

  /** The provider of a stand-in, scaled as that is. */
  public static ProviderOptions of(StandInOptions options) {
    return of(options, options.ai().provider().port());
  }

  /** The same on another port. */
  public static ProviderOptions of(StandInOptions options, int port) {
    Scale scale = options.scale();
    OptionalInt capacity = options.ai().capacity();
    return new ProviderOptions(
        port,
        options.ai().medianLatency(),
        capacity.isPresent()
            ? OptionalInt.of(scale.users(capacity.getAsInt()))
            : OptionalInt.empty(),
        scale.duration(ContextSlots.WARM),
        scale.duration(ContextSlots.SHEDDING),
        options.ai().provider().script(),
        scale,
        options.seed());
  }
}
