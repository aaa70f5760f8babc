package dev.aiendpoint.exchange;

/** What the response said about a cache in front of the work. */
public enum CacheStatus {
  /** Answered from the cache. */
  HIT,
  /** Looked up and not found. */
  MISS,
  /** The cache was not asked (disabled, refreshed, excluded). */
  BYPASS,
  /** The response carries no evidence. */
  UNKNOWN
}
