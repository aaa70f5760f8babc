package dev.aiendpoint.standin.provider.answer;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into the pieces that a provider would stream: two words each, spaces kept. */
final class TextPieces {

  private static final int WORDS = 2;

  private TextPieces() {}

  /** At least one piece; together they are the text. */
  static List<String> of(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int words = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ' && ++words % WORDS == 0) {
        pieces.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length() || pieces.isEmpty()) {
      pieces.add(text.substring(start));
    }
    return pieces;
  }
}
