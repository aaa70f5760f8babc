package dev.aiendpoint.phase;

import java.util.List;

/** Phase tables to begin with: those of the four checked-in plans. */
public enum PhasePreset {
  SMOKE("Smoke test (30 s, 10 users)", List.of(new PhaseRow("steady", "10", "30 s", "none"))),
  AI_LOAD(
      "AI load (13 min, up to 150 users)",
      List.of(
          new PhaseRow("warm-up", "10", "2 min", "none"),
          new PhaseRow("normal", "50", "3 min", "none"),
          new PhaseRow("peak", "100", "3 min", "none"),
          new PhaseRow("stress", "150", "2 min", "none"),
          new PhaseRow("recovery", "50", "2 min", "none"),
          new PhaseRow("cool-down", "0", "1 min", "none"))),
  MIXED_TRAFFIC(
      "Mixed traffic of a day (27 min, up to 150 users)",
      List.of(
          new PhaseRow("morning", "20", "3 min", "all"),
          new PhaseRow(PhaseRow.SAME_PHASE, "50", "2 min", "all"),
          new PhaseRow("mid-day", "75", "3 min", "all"),
          new PhaseRow(PhaseRow.SAME_PHASE, "100", "4 min", "all"),
          new PhaseRow("afternoon peak", "125", "2 min", "all"),
          new PhaseRow(PhaseRow.SAME_PHASE, "150", "3 min", "all"),
          new PhaseRow("evening", "100", "3 min", "all"),
          new PhaseRow(PhaseRow.SAME_PHASE, "50", "2 min", "all"),
          new PhaseRow(PhaseRow.SAME_PHASE, "30", "2 min", "all"),
          new PhaseRow("night", "10", "2 min", "all"),
          new PhaseRow(PhaseRow.SAME_PHASE, "0", "1 min", "all"))),
  CIRCUIT_BREAKER(
      "Circuit breaker (3.5 min, up to 20 users)",
      List.of(
          new PhaseRow("baseline", "5", "1 min", "none"),
          new PhaseRow("induce-failures", "20", "30 s", "33 %"),
          new PhaseRow("verify-open", "10", "30 s", "none"),
          new PhaseRow("wait", "0", "30 s", "none"),
          new PhaseRow("recovery", "3", "1 min", "none")));

  private final String title;
  private final List<PhaseRow> rows;

  PhasePreset(String title, List<PhaseRow> rows) {
    this.title = title;
    this.rows = rows;
  }

  public String title() {
    return title;
  }

  public List<PhaseRow> rows() {
    return rows;
  }
}
