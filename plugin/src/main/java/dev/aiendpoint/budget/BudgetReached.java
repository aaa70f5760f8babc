package dev.aiendpoint.budget;

/**
 * The sample with which a budget was reached.
 *
 * @param spent the cost up to and with that sample
 * @param atMillis its end, epoch milliseconds
 * @param phase its phase, empty when the plan has none
 */
public record BudgetReached(double spent, long atMillis, String phase) {}
