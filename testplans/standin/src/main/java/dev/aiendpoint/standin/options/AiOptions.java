package dev.aiendpoint.standin.options;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What stands between a user and an AI answer.
 *
 * @param medianLatency of a generated answer
 * @param capacity users that the provider keeps warm at once, before {@code users.scale}; empty for
 *     no bound
 * @param callsPerMinute provider calls of the whole application; empty for no limit
 * @param dailyBudget in KRW; empty for no limit
 * @param chatsPerMinute chat messages of one user
 * @param openTime how long the circuit stays open, before {@code duration.scale}
 * @param timeout for a whole answer of the provider
 * @param provider how the provider starts
 */
public record AiOptions(
    Duration medianLatency,
    OptionalInt capacity,
    OptionalInt callsPerMinute,
    OptionalLong dailyBudget,
    int chatsPerMinute,
    Duration openTime,
    Duration timeout,
    ProviderStart provider) {}
