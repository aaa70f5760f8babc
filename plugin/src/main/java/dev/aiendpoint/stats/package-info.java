/**
 * Counting and distributions: samples in, figures out, in memory that does not grow with the run.
 * The only package that knows HdrHistogram. It knows nothing of limits or verdicts.
 */
package dev.aiendpoint.stats;
