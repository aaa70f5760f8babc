package dev.aiendpoint.standin.options;

/** How a client sees that the AI is unavailable ({@code standin.visibility}). */
public enum Visibility implements Switch {
  /** HTTP 200 with fallback content, as in production. */
  OPAQUE("opaque"),
  /** HTTP 503 with the breaker's message and {@code X-Circuit-State}. */
  EXPLICIT("explicit");

  private final String word;

  Visibility(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
