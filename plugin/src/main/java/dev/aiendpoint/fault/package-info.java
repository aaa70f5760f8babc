/**
 * Faults that a run induces on purpose in what it tests: how they are switched on, and that each of
 * them is lifted again. Which element does it when belongs to {@code jmeter}.
 */
package dev.aiendpoint.fault;
