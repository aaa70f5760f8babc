package dev.aiendpoint.json;

/** A text is no {@link JsonPath}; the message says what was found where and what is supported. */
public final class JsonPathSyntaxException extends IllegalArgumentException {

  private final int position;

  JsonPathSyntaxException(String message, int position) {
    super(message);
    this.position = position;
  }

  /** Offset of the offending character in the path, from 0. */
  public int position() {
    return position;
  }
}
