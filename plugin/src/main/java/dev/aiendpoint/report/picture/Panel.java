package dev.aiendpoint.report.picture;

import dev.aiendpoint.svg.Scale;
import dev.aiendpoint.svg.SvgDrawing;
import dev.aiendpoint.svg.SvgDrawing.Anchor;
import dev.aiendpoint.svg.Ticks;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One diagram over time within a picture: title, legend, grid, phases behind. Several stand below
 * each other on the same time axis, which only the last one labels.
 *
 * @param look for whom
 * @param frame the time shown
 * @param top upper edge of the plot
 * @param height of the plot
 * @param figures of the axis on the left, lowest first
 */
record Panel(Look look, TimeFrame frame, int top, int height, List<Double> figures) {

  /** Room above a plot for its title and legend. */
  static final int HEAD = 34;

  /** Room above a plot for the names of the phases, besides. */
  static final int PHASES = 20;

  /** Room below the last plot for the times. */
  static final int FOOT = 40;

  int bottom() {
    return top + height;
  }

  Scale.Linear x() {
    return new Scale.Linear(frame.from(), frame.to(), look.left(), look.right());
  }

  Scale.Linear y() {
    return new Scale.Linear(figures.get(0), figures.get(figures.size() - 1), bottom(), top);
  }

  /** Draws all that lies behind the data. */
  void background(SvgDrawing drawing, DoubleFunction<String> format) {
    bands(drawing);
    for (double figure : figures) {
      double at = Math.round(y().at(figure)) + 0.5;
      drawing.line(look.left(), at, look.right(), at, look.palette().grid(), 1);
      drawing.text(
          look.left() - 8,
          at + 4,
          format.apply(figure),
          look.textSize() - 1,
          look.palette().muted(),
          Anchor.END);
    }
  }

  void bands(SvgDrawing drawing) {
    for (int i = 0; i < frame.bands().size(); i++) {
      TimeFrame.Band band = frame.bands().get(i);
      double from = x().at(band.from());
      double to = x().at(band.to());
      if (i % 2 == 0) {
        drawing.rect(from, top, to - from, height, look.palette().band(), 1);
      }
    }
  }

  /** Names the phases above the plot; a number where a name has no room. */
  void phaseNames(SvgDrawing drawing) {
    int size = look.textSize() - 1;
    for (int i = 0; i < frame.bands().size(); i++) {
      TimeFrame.Band band = frame.bands().get(i);
      double from = x().at(band.from());
      double to = x().at(band.to());
      String number = Integer.toString(i + 1);
      double room = to - from - 6;
      String text = TextWidth.of(band.name(), size) <= room ? band.name() : number;
      drawing.line(from, top - 14, from, top, look.palette().grid(), 1);
      if (TextWidth.of(text, size) <= room) {
        drawing.text(from + 5, top - 6, text, size, look.palette().muted(), Anchor.START);
      }
    }
  }

  void times(SvgDrawing drawing) {
    double middle = (look.left() + look.right()) / 2.0;
    for (double time : Ticks.times(frame.from(), frame.to(), look.narrow() ? 5 : 10)) {
      double at = x().at(time);
      drawing.line(at, bottom(), at, bottom() + 5, look.palette().muted(), 1);
      drawing.text(
          at,
          bottom() + 18,
          AxisText.time(time),
          look.textSize() - 1,
          look.palette().muted(),
          at > look.right() - 16 ? Anchor.END : Anchor.MIDDLE);
    }
    drawing.line(
        look.left(), bottom() + 0.5, look.right(), bottom() + 0.5, look.palette().muted(), 1);
    drawing.text(
        middle,
        bottom() + 34,
        "time since the start, min:s",
        look.textSize() - 1,
        look.palette().muted(),
        Anchor.MIDDLE);
  }

  /** The panel's name above the upper left corner, and what its colours mean behind it. */
  void head(SvgDrawing drawing, int baseline, String title, String note, List<Legend.Entry> keys) {
    int size = look.textSize();
    drawing.text(0, baseline, title, size + 1, look.palette().ink(), Anchor.START, 600);
    double x = TextWidth.of(title, size + 1) * 1.06 + 10;
    drawing.text(x, baseline, note, size - 1, look.palette().muted(), Anchor.START);
    Legend.toTheRight(drawing, look, baseline, keys);
  }
}
