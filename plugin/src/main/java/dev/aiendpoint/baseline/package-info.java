/**
 * Thresholds: the grammar of a check, the baseline file, and the pure decision from figures to
 * PASS, WARN, FAIL or NO_DATA. It computes no statistics and writes no report.
 */
package dev.aiendpoint.baseline;
