package dev.aiendpoint.standin.options;

/** Whether answers are cached ({@code standin.cache}). */
public enum CacheMode implements Switch {
  ON("on"),
  OFF("off");

  private final String word;

  CacheMode(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
