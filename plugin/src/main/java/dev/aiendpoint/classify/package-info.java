/**
 * Decides what an exchange was: outcome, cache status, circuit evidence, usage and cost, from a
 * response profile (a user's JSON file or a bundled one) above universal rules. Pure: facts in,
 * {@link dev.aiendpoint.classify.Classification} out. Reading bytes and wire formats is not done
 * here, nor is following a circuit over time.
 */
package dev.aiendpoint.classify;
