package dev.aiendpoint.report.picture;

import dev.aiendpoint.svg.SvgDrawing;

/** One picture of a run, which can be drawn for every {@link Look}. */
public interface Picture {

  /** Its file name begins with this. */
  String name();

  /** What it shows, for those who cannot see it. */
  String description();

  SvgDrawing draw(Look look);
}
