package dev.aiendpoint.report;

import dev.aiendpoint.baseline.VerdictWord;

/** The colour of a verdict on a terminal, as ANSI sequences (ECMA-48, SGR). */
final class AnsiColour {

  private static final String ESCAPE = "\u001B[";

  private AnsiColour() {}

  /** Colours the word that a line begins with. */
  static String leadingWord(VerdictWord word, String line, boolean colour) {
    String text = word.name();
    return colour && line.startsWith(text)
        ? ESCAPE + code(word) + "m" + text + ESCAPE + "0m" + line.substring(text.length())
        : line;
  }

  /** Colours the word that a line begins with behind an indent, if there is one. */
  static String leadingWord(String line, String indent, boolean colour) {
    if (colour && line.startsWith(indent)) {
      String rest = line.substring(indent.length());
      for (VerdictWord word : VerdictWord.values()) {
        if (rest.startsWith(word + " ")) {
          return indent + leadingWord(word, rest, true);
        }
      }
    }
    return line;
  }

  private static String code(VerdictWord word) {
    return switch (word) {
      case PASS -> "32";
      case WARN -> "33";
      case NOT_DECIDABLE -> "36";
      case NO_DATA -> "1;35";
      case FAIL -> "1;31";
    };
  }
}
