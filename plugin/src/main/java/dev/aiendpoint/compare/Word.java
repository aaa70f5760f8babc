package dev.aiendpoint.compare;

/** What a comparison says of one figure. */
public enum Word {
  SAME("same"),
  SLOWER("slower"),
  FASTER("faster"),
  /** Of rates and throughput. */
  WORSE("worse"),
  /** Of rates and throughput. */
  BETTER("better"),
  /** Too few samples, or too much noise, to see a change that matters. */
  UNKNOWN("unknown");

  private final String text;

  Word(String text) {
    this.text = text;
  }

  /** As tables show it. */
  public String text() {
    return text;
  }

  public boolean isWorsening() {
    return this == SLOWER || this == WORSE;
  }

  public boolean isImprovement() {
    return this == FASTER || this == BETTER;
  }
}
