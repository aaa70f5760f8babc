package dev.aiendpoint.standin.ai;

/** A provider call that brought no whole answer. */
public final class AiFailure extends Exception {

  /** What happened. */
  public enum Kind {
    /** An error status; see {@link #status()}. */
    STATUS,
    /** The connection was reset. */
    RESET,
    /** No answer, or not all of it, in time. */
    TIMEOUT,
    /** An answer that cannot be read, or an error inside a stream. */
    UNREADABLE
  }

  private final Kind kind;
  private final int status;

  private AiFailure(Kind kind, int status, String message) {
    super(message, null, false, false);
    this.kind = kind;
    this.status = status;
  }

  /** The provider answered with this error status. */
  public static AiFailure status(int status, String message) {
    return new AiFailure(Kind.STATUS, status, message);
  }

  /** Any other failure. */
  public static AiFailure of(Kind kind, String message) {
    return new AiFailure(kind, 0, message);
  }

  public Kind kind() {
    return kind;
  }

  /** The HTTP status; 0 without one. */
  public int status() {
    return status;
  }

  /** Whether the circuit breaker counts it: 500, 503, reset, timeout. */
  public boolean counts() {
    return switch (kind) {
      case STATUS -> status == 500 || status == 503;
      case RESET, TIMEOUT -> true;
      case UNREADABLE -> false;
    };
  }

  /** Whether another attempt may help: what counts, and 429. */
  public boolean retryable() {
    return counts() || status == 429;
  }
}
