/**
 * What one call did, seen from outside: status, headers, content, timings, usage, and the words for
 * how it ended. Facts and vocabulary only; deciding belongs to {@code classify}, reading bytes to
 * {@code sse} and {@code wire}.
 */
package dev.aiendpoint.exchange;
