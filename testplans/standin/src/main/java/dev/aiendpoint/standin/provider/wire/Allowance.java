package dev.aiendpoint.standin.provider.wire;

import java.time.Instant;

/**
 * What a rate limit leaves to a caller.
 *
 * @param requests allowed in a window
 * @param remaining of them
 * @param now when it is told
 * @param resetSeconds until the window is over
 */
public record Allowance(int requests, int remaining, Instant now, int resetSeconds) {}
