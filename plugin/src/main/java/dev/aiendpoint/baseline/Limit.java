package dev.aiendpoint.baseline;

/**
 * A comparison together with how the baseline's author wrote it.
 *
 * @param text such as {@code < 5 s}
 * @param comparison what it means
 */
public record Limit(String text, Comparison comparison) {}
