/**
 * Pictures of a run: each class draws one, from a {@link dev.aiendpoint.baseline.RunVerdict} and
 * for a size and a palette. Shapes and scales come from {@code svg}.
 */
package dev.aiendpoint.report.picture;
