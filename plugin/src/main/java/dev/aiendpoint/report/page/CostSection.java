package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.FigureFormat;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.report.page.Page.Cell;
import dev.aiendpoint.report.page.Page.Column;
import dev.aiendpoint.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What the AI answers cost, by label. */
final class CostSection implements Section {

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    page.section("cost", "Cost");
    if (figures.all().cost().isEmpty()) {
      page.nothing("No answer told its cost, or the profile has no prices.");
    } else {
      List<List<Cell>> rows = new ArrayList<>();
      for (String label : figures.labels()) {
        Summary summary = figures.label(label);
        if (summary.cost().isPresent()) {
          rows.add(row(label, summary, run.currency()));
        }
      }
      rows.add(row("all", figures.all(), run.currency()));
      page.table(
          List.of(
              Column.words("Label"),
              Column.number("Cost"),
              Column.number("n priced"),
              Column.number("Each"),
              Column.number("Tokens in"),
              Column.number("Tokens out")),
          rows);
    }
    page.endSection();
  }

  private static List<Cell> row(String name, Summary summary, String currency) {
    double cost = summary.cost().getAsDouble();
    return List.of(
        Cell.of(name),
        Cell.of(FigureFormat.rounded(cost, 2) + " " + currency),
        Cell.of(Long.toString(summary.samplesWithCost())),
        Cell.of(
            summary.samplesWithCost() == 0
                ? FigureFormat.UNKNOWN
                : FigureFormat.rounded(cost / summary.samplesWithCost(), 3)),
        Cell.of(count(summary.tokensIn())),
        Cell.of(count(summary.tokensOut())));
  }

  private static String count(OptionalLong known) {
    return known.isEmpty() ? FigureFormat.UNKNOWN : Long.toString(known.getAsLong());
  }
}
