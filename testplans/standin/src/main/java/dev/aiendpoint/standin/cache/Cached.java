package dev.aiendpoint.standin.cache;

/** A value, and whether the cache held it. */
public record Cached<V>(V value, boolean hit) {}
