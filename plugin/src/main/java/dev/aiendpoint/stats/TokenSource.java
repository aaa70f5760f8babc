package dev.aiendpoint.stats;

/** Where the number of a request's output tokens comes from. */
public enum TokenSource {
  /** The server reported it. */
  USAGE,
  /** The server reported none, so the content events of the stream were counted. */
  CHUNKS
}
