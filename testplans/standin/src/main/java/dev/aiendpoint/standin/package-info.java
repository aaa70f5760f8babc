/**
 * The Connect stand-in: a small, honest copy of the application that the plans test, and its
 * process. Assembled in {@link dev.aiendpoint.standin.StandIn}.
 */
package dev.aiendpoint.standin;
