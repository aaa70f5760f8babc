/**
 * What can go wrong at the provider: one type for each way, which turns a healthy answer into timed
 * steps; the reading of a fault from JSON; the switch that says which one acts now, and scripts.
 * Knows no HTTP server.
 */
package dev.aiendpoint.standin.provider.fault;
