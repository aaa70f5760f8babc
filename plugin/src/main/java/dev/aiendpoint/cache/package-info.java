/**
 * What a cache in front of the service did in a run: how often it hit, how fast hits and misses
 * were, and what it saved. Computed from a run's figures alone, so that the verdict, the reports
 * and the live listener say the same. Nothing here knows where the figures came from.
 */
package dev.aiendpoint.cache;
