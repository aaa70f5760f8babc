package dev.aiendpoint.classify;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.exchange.TokenUsage;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a response profile made of one exchange.
 *
 * @param outcome how the request ended
 * @param cache cache status
 * @param circuit circuit evidence
 * @param usage token counts, from the answer or from a rule of the profile
 * @param cost price in the profile's currency; absent when neither the response nor a price list
 *     tells
 * @param message why a failed, refused or degraded request counts as such; empty on success
 * @param reasons the rules that decided, in order, each {@code <what>: <value> by rule '<id>'
 *     (<condition>)}
 */
public record Classification(
    Outcome outcome,
    CacheStatus cache,
    CircuitEvidence circuit,
    TokenUsage usage,
    OptionalDouble cost,
    String message,
    List<String> reasons) {}
