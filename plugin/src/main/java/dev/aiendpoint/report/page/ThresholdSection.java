package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.FigureFormat;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.report.page.Page.Cell;
import dev.aiendpoint.report.page.Page.Column;
import java.util.List;

/** Every threshold, in the baseline's order. */
final class ThresholdSection implements Section {

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    page.section("thresholds", "All thresholds");
    if (run.thresholds().isEmpty()) {
      page.nothing("No threshold was held against this run.");
    } else {
      page.table(
          List.of(
              Column.words("Verdict"),
              Column.words("Threshold"),
              Column.words("Check"),
              Column.number("Observed"),
              Column.number("Target"),
              Column.number("n")),
          run.thresholds().stream()
              .map(
                  result ->
                      List.of(
                          Cell.of(result.verdict()),
                          Cell.of(result.id(), result.scope()),
                          Cell.of(result.check(), result.message()),
                          Cell.of(
                              FigureFormat.besides(
                                  result.limit(), result.observed(), result.unit())),
                          Cell.of(
                              FigureFormat.besides(
                                  result.target(), result.target(), result.unit())),
                          Cell.of(Long.toString(result.samples()))))
              .toList());
    }
    page.endSection();
  }
}
