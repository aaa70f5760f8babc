/**
 * What requests tell about a circuit breaker behind them, and the life of the breaker that follows
 * from it: evidence to states and transitions. Seen from outside only; deciding how one response
 * ended belongs to {@code classify}, limits on circuits to {@code baseline}.
 */
package dev.aiendpoint.circuit;
