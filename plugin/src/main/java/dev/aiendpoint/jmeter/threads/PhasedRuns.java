package dev.aiendpoint.jmeter.threads;

import dev.aiendpoint.phase.PhaseProgress;
import dev.aiendpoint.phase.PhasedLoadReport;
import java.util.ArrayList;
import java.util.List;

/** The phased groups of the current test, in their order of start. Thread-safe. */
public final class PhasedRuns {

  private static final List<PhasedRun> RUNS = new ArrayList<>();
  private static long test;

  private PhasedRuns() {}

  /**
   * Adds a run.
   *
   * @param testStart start of its test, which tells tests apart: runs of an earlier one are
   *     forgotten
   */
  public static synchronized void add(PhasedRun run, long testStart) {
    if (test != testStart) {
      test = testStart;
      RUNS.clear();
    }
    RUNS.add(run);
  }

  /** The test is over: the run is no longer active, but its report stays until the next test. */
  public static synchronized void end(PhasedRun run) {
    run.markOver();
  }

  /** Where the active groups stand; empty between tests. */
  public static synchronized List<PhaseProgress> active() {
    return RUNS.stream().filter(run -> !run.isOver()).map(PhasedRun::progress).toList();
  }

  /**
   * What became of the groups of the current test or, between tests, the last one. Elements hear of
   * a test's end in tree order, so reports outlive it for those that judge it.
   */
  public static synchronized List<PhasedLoadReport> reports() {
    return RUNS.stream().map(PhasedRun::report).toList();
  }
}
