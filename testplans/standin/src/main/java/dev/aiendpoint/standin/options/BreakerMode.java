package dev.aiendpoint.standin.options;

/** Which circuit breaker stands before the AI provider ({@code standin.breaker}). */
public enum BreakerMode implements Switch {
  /** As designed: 5 failures in 60 s, 30 s open, 1 probe. */
  ON("on"),
  /** None: every call reaches the provider. */
  OFF("off"),
  /**
   * The deployed client's bug: a failed probe leaves the circuit HALF_OPEN, refusing everything.
   */
  STUCK_HALF_OPEN("stuck-half-open");

  private final String word;

  BreakerMode(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
