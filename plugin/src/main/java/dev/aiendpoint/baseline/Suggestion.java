package dev.aiendpoint.baseline;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the word that someone probably meant. */
final class Suggestion {

  private Suggestion() {}

  /** {@code (did you mean 'x'?)}, or empty text when no supported word is near. */
  static String didYouMean(String word, Collection<String> supported) {
    return supported.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(best -> distance(word, best) <= Math.max(1, best.length() / 3))
        .map(best -> " (did you mean '" + best + "'?)")
        .orElse("");
  }

  /** Levenshtein's distance without case. */
  private static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
