package dev.aiendpoint.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.sample.Sample;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores the reconstruction against the own log of a real breaker. */
class CircuitScoreTest {

  private static final int HISTORIES = 1_000;

  @ParameterizedTest(name = "explicit {0}, busy machine {1}: precision and recall from {2}")
  @CsvSource({
    "true, false, 0.99",
    "true, true, 0.99",
    "false, false, 0.95",
    "false, true, 0.95",
  })
  void shouldFindTheTransitionsOfARealBreaker(boolean explicit, boolean busy, double wanted) {
    long matched = 0;
    long found = 0;
    long logged = 0;
    long samples = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      BreakerHistory history = new BreakerHistory(seed, explicit, busy).run();
      List<Sample> seen = history.seen();
      CircuitRecorder recorder = new CircuitRecorder();
      seen.forEach(recorder::record);
      List<CircuitTransition> transitions = recorder.report().transitions();
      long same = matches(history.log(), transitions, history.toleranceMillis());
      if (Boolean.getBoolean("circuit.score.verbose")
          && (same < transitions.size() || same < history.log().size())) {
        System.out.println(seed + " tolerance " + history.toleranceMillis() + " " + history);
        System.out.println("  logged " + history.log());
        System.out.println("  found  " + transitions);
      }
      matched += same;
      found += transitions.size();
      logged += history.log().size();
      samples += seen.size();
    }
    double precision = (double) matched / found;
    double recall = (double) matched / logged;
    System.out.printf(
        Locale.ROOT,
        "circuit timeline, %s, %s: precision %.4f, recall %.4f (%d histories, %d samples, %d"
            + " transitions logged, %d found)%n",
        explicit ? "explicit" : "opaque",
        busy ? "with pauses" : "no pauses",
        precision,
        recall,
        HISTORIES,
        samples,
        logged,
        found);
    assertThat(precision).as("precision").isGreaterThanOrEqualTo(wanted);
    assertThat(recall).as("recall").isGreaterThanOrEqualTo(wanted);
  }

  /** The longest common subsequence of transitions that are the same within the tolerance. */
  private static long matches(
      List<BreakerHistory.Logged> logged, List<CircuitTransition> found, long toleranceMillis) {
    long[][] best = new long[logged.size() + 1][found.size() + 1];
    for (int i = 1; i <= logged.size(); i++) {
      for (int j = 1; j <= found.size(); j++) {
        BreakerHistory.Logged truth = logged.get(i - 1);
        CircuitTransition claim = found.get(j - 1);
        boolean same =
            truth.from() == claim.from()
                && truth.to() == claim.to()
                && Math.abs(truth.atMillis() - claim.atMillis()) <= toleranceMillis;
        best[i][j] =
            Math.max(best[i - 1][j - 1] + (same ? 1 : 0), Math.max(best[i - 1][j], best[i][j - 1]));
      }
    }
    return best[logged.size()][found.size()];
  }
}
