/**
 * The thin edge to JMeter: samplers, listeners and configuration elements that translate between
 * JMeter's objects and the pure packages, and decide nothing themselves. Swing lives in {@code
 * gui}.
 */
package dev.aiendpoint.jmeter;
