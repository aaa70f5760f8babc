/**
 * What rate limits do: how long a server says to stay away, how long it really refuses, and whether
 * it keeps its word. Pure: headers and samples in, figures out. Telling that an answer was refused
 * for a limit belongs to {@code classify}.
 */
package dev.aiendpoint.ratelimit;
