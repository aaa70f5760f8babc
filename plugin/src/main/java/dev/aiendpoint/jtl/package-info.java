/**
 * JMeter's result files: bytes in, {@link dev.aiendpoint.sample.Sample}s out, one after the other
 * and in memory that does not grow with the file. It knows what JMeter writes and what a damaged
 * file looks like, and nothing of limits or verdicts.
 */
package dev.aiendpoint.jtl;
