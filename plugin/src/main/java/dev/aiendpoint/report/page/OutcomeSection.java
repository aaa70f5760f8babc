package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.RateLimitLine;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.report.page.Page.Cell;
import dev.aiendpoint.report.page.Page.Column;
import dev.aiendpoint.report.picture.OutcomePicture;
import java.util.List;

/** How requests ended, over time, and what failures said. */
final class OutcomeSection implements Section {

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    page.section("outcomes", "Outcomes");
    if (run.figures().timeSeries().isEmpty()) {
      page.nothing("No request was recorded.");
    } else {
      page.picture(new OutcomePicture(run));
      if (figures.topFailures().isEmpty()) {
        page.nothing("Nothing failed, was refused or answered with fallback content.");
      } else {
        page.html().element("h3", "What failures said");
        page.table(
            List.of(Column.number("n"), Column.words("Outcome"), Column.words("Message")),
            figures.topFailures().stream()
                .map(
                    failure ->
                        List.of(
                            Cell.of(Long.toString(failure.count())),
                            Cell.of(failure.outcome().name(), failure.responseCode()),
                            Cell.of(failure.message())))
                .toList());
      }
    }
    if (run.figures().rateLimits().isKnown()) {
      page.html()
          .element("p", "Rate limits: " + RateLimitLine.of(run.figures().rateLimits()) + ".");
    }
    page.endSection();
  }
}
