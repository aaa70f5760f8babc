/**
 * The vendors' wire formats, from the server's side: requests to what is asked, answers to text.
 * Knows nothing of time, faults or HTTP.
 */
package dev.aiendpoint.standin.provider.wire;
