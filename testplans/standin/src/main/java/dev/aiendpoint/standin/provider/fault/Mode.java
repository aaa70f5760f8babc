package dev.aiendpoint.standin.provider.fault;

/** The faults' words, and what each makes of a request in the log. */
public enum Mode {
  HEALTHY("healthy", "answered"),
  STATUS("status", "failed"),
  RATE_LIMIT("rate-limit", "failed"),
  HANG("hang", "hung"),
  RESET_BEFORE("reset-before", "reset"),
  RESET_MIDWAY("reset-midway", "reset"),
  SLOW_FIRST_TOKEN("slow-first-token", "answered"),
  SLOW_TOKENS("slow-tokens", "answered"),
  STALL("stall", "hung"),
  TRUNCATE("truncate", "broken"),
  ERROR_EVENT("error-event", "failed"),
  MALFORMED("malformed", "broken"),
  BURST("burst", "answered");

  private final String word;
  private final String result;

  Mode(String word, String result) {
    this.word = word;
    this.result = result;
  }

  public String word() {
    return word;
  }

  /**
   * {@code answered}; {@code failed}: the client was told so; {@code broken}: it has to notice;
   * {@code hung}: it waits; {@code reset}.
   */
  public String result() {
    return result;
  }
}
