package dev.aiendpoint.standin.options;

/** Whether sessions are accepted ({@code standin.auth}). */
public enum AuthMode implements Switch {
  ON("on"),
  REJECT("reject");

  private final String word;

  AuthMode(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
