package dev.aiendpoint.baseline;

import dev.aiendpoint.stats.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A scope in words: {@code labels AI explanation*, phases normal, peak}. */
final class ScopeText {

  private static final String ALL = "all samples";

  private ScopeText() {}

  static String of(Scope scope) {
    List<String> words = new ArrayList<>();
    add(words, "labels ", scope.labels());
    add(words, "operations ", scope.operations());
    add(words, "phases ", scope.phases());
    add(words, "outcomes ", scope.outcomes());
    add(words, "cache ", scope.caches());
    return words.isEmpty() ? ALL : String.join(", ", words);
  }

  /** {@code (n = 1204, phases normal, peak)}. */
  static String withCount(Scope scope, long samples) {
    String words = of(scope);
    return "(n = " + samples + (words.equals(ALL) ? "" : ", " + words) + ")";
  }

  private static void add(List<String> words, String name, Collection<?> values) {
    if (!values.isEmpty()) {
      words.add(name + values.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
  }
}
