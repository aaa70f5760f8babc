package dev.aiendpoint.ratelimit;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * What limits did in a run, by label and phase. An episode and its announcements belong to the
 * phase in which it began. Immutable.
 *
 * @param places labels and phases with a refused request, in order of their names
 * @param untracked refused requests that are counted, but whose episodes were too many to follow
 */
public record LimitReport(Map<Place, LimitFigures> places, long untracked) {

  /** Nothing is known: no limit, or a result file, which holds no headers. */
  public static final LimitReport NONE = new LimitReport(Map.of(), 0);

  /** A label in a phase; the phase is empty where the plan has none. */
  public record Place(String label, String phase) {}

  /** True when a request was refused. */
  public boolean isKnown() {
    return !places.isEmpty();
  }

  /** Labels with a refused request. */
  public List<String> labels() {
    return places.keySet().stream().map(Place::label).distinct().toList();
  }

  /** The figures of all labels and phases that {@code selects} takes. */
  public LimitFigures select(BiPredicate<String, String> selects) {
    return places.entrySet().stream()
        .filter(entry -> selects.test(entry.getKey().label(), entry.getKey().phase()))
        .map(Map.Entry::getValue)
        .reduce(LimitFigures.NONE, LimitFigures::plus);
  }
}
