package dev.aiendpoint.standin.data;

/**
 * A funding programme.
 *
 * @param budgetKrw what one company may get
 * @param deadline ISO date
 */
public record Program(
    String id,
    String title,
    String agency,
    String field,
    String description,
    long budgetKrw,
    String deadline) {}
