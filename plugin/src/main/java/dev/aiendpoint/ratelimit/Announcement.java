package dev.aiendpoint.ratelimit;

/**
 * How long a refused caller was told to stay away.
 *
 * @param waitMillis from the moment on at which the answer arrived
 * @param header the header that said it
 */
public record Announcement(long waitMillis, String header) {}
