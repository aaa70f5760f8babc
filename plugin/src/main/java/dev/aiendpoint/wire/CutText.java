package dev.aiendpoint.wire;

/** Text that grows up to a limit; what is over is dropped, never half a surrogate pair kept. */
final class CutText {

  private final StringBuilder text = new StringBuilder();
  private final int maxChars;
  private boolean full;

  CutText(int maxChars) {
    this.maxChars = maxChars;
  }

  void append(String part) {
    int room = maxChars - text.length();
    if (full || part.length() <= room) {
      if (!full) {
        text.append(part);
      }
      return;
    }
    full = true;
    int end = room > 0 && Character.isHighSurrogate(part.charAt(room - 1)) ? room - 1 : room;
    text.append(part, 0, end);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  void clear() {
    text.setLength(0);
    full = false;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
