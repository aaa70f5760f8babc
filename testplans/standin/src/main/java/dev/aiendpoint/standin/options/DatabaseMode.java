package dev.aiendpoint.standin.options;

/** Whether the database is there ({@code standin.database}). */
public enum DatabaseMode implements Switch {
  UP("up"),
  DOWN("down");

  private final String word;

  DatabaseMode(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
