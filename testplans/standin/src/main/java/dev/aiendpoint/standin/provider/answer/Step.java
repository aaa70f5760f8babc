package dev.aiendpoint.standin.provider.answer;

import java.util.Map;

/**
 * One thing that the provider does on a connection, at a time after the request's start. A list of
 * them, in order of time, is all that becomes of a request; after the last one of a list without
 * {@link Whole}, {@link End} or {@link Reset} nothing more happens, and the connection stays open.
 */
public sealed interface Step {

  long atNanos();

  /** Sends a whole answer. */
  record Whole(long atNanos, int status, Map<String, String> headers, String body)
      implements Step {}

  /** Sets status and headers of an answer in parts; they go out with its first part. */
  record Begin(long atNanos, int status, Map<String, String> headers) implements Step {}

  /** Sends a part. */
  record Send(long atNanos, String text) implements Step {}

  /** Sends the last part. */
  record End(long atNanos, String text) implements Step {}

  /** Resets the connection: the client sees no orderly end. */
  record Reset(long atNanos) implements Step {}
}
