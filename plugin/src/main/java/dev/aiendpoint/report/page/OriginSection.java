package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.RunOrigin;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.RunFigures;
import java.util.Map;

/** How to run it again. */
final class OriginSection implements Section {

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    page.section("origin", "Run it again");
    RunOrigin origin = run.origin();
    if (origin.command().isEmpty()) {
      page.nothing("How this run was started is not known.");
    } else {
      page.html().open("pre").element("code", origin.command()).close();
    }
    list(page.html(), "Settings that differ from their defaults", origin.settings());
    list(page.html(), "Versions", origin.versions());
    page.endSection();
  }

  private static void list(HtmlText html, String title, Map<String, String> values) {
    if (!values.isEmpty()) {
      html.element("h3", title).open("dl", "class", "pairs");
      values.forEach((name, value) -> html.element("dt", name).element("dd", value));
      html.close();
    }
  }
}
