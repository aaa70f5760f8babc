package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.RunFigures;

/** One part of the page. */
interface Section {

  void write(Page page, RunVerdict run, RunFigures figures);
}
