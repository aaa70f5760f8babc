/**
 * Load over time: a table of named phases, the profile it makes, the instants at which users start
 * and retire, and the arrivals of the open model. Pure: no thread and no clock of its own lives
 * here, all instants are nanoseconds since the start of the profile.
 */
package dev.aiendpoint.phase;
