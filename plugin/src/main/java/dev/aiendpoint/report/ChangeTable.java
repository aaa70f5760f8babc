package dev.aiendpoint.report;

import dev.aiendpoint.compare.Change;
import dev.aiendpoint.compare.Noise;
import dev.aiendpoint.compare.Word;
import java.util.List;
import java.util.OptionalDouble;

/** Two runs side by side for a terminal: a table of at most 120 columns, and a sentence. */
public final class ChangeTable {

  private static final int WIDTH = 120;

  private ChangeTable() {}

  /** The whole text, ended by a line break. */
  public static String write(List<Change> changes, Noise noise) {
    TextTable table =
        new TextTable(
            0,
            WIDTH,
            TextTable.Column.text("operation or label"),
            TextTable.Column.text("figure"),
            TextTable.Column.number("before"),
            TextTable.Column.number("after"),
            TextTable.Column.number("change"),
            TextTable.Column.number("95 % interval"),
            TextTable.Column.number("n"),
            TextTable.Column.text("word"));
    for (Change change : changes) {
      table.row(
          change.series(),
          change.figure(),
          figure(change.before(), change.unit()),
          figure(change.after(), change.unit()),
          signed(change.change(), change.unit()),
          interval(change),
          Long.toString(change.samples()),
          change.word().text());
    }
    StringBuilder text = new StringBuilder();
    table.lines().forEach(line -> text.append(line).append('\n'));
    LineWrapper.wrap(sentence(changes, noise), WIDTH)
        .forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static String sentence(List<Change> changes, Noise noise) {
    long worse = changes.stream().filter(change -> change.word().isWorsening()).count();
    long better = changes.stream().filter(change -> change.word().isImprovement()).count();
    long unknown = changes.stream().filter(change -> change.word() == Word.UNKNOWN).count();
    String counts =
        changes.size()
            + " figures: "
            + worse
            + " slower or worse, "
            + better
            + " faster or better, "
            + (changes.size() - worse - better - unknown)
            + " the same, "
            + unknown
            + " unknown. ";
    String least =
        FigureFormat.rounded(noise.leastPercent(), 3)
            + " % and "
            + FigureFormat.rounded(noise.leastMillis(), 3)
            + " ms, of rates "
            + FigureFormat.rounded(noise.leastPoints(), 3)
            + " percentage points";
    if (worse > 0) {
      return counts + "WORSE: a change of at least " + least + " exceeds the noise.";
    }
    return counts
        + (unknown == changes.size()
            ? "UNKNOWN: nothing could be compared."
            : "NO WORSENING beyond the noise was found among what could be told (at least "
                + least
                + ").");
  }

  private static String figure(OptionalDouble figure, String unit) {
    return switch (unit) {
      case "ms" -> FigureFormat.millis(figure);
      case "%" ->
          figure.isEmpty() ? FigureFormat.UNKNOWN : FigureFormat.percent(figure.getAsDouble());
      default ->
          figure.isEmpty()
              ? FigureFormat.UNKNOWN
              : FigureFormat.rounded(figure.getAsDouble(), 1) + " " + unit;
    };
  }

  private static String interval(Change change) {
    return change.low().isEmpty()
        ? FigureFormat.UNKNOWN
        : bare(change.low().getAsDouble()) + " to " + signed(change.high(), change.unit());
  }

  private static String signed(OptionalDouble change, String unit) {
    return change.isEmpty()
        ? FigureFormat.UNKNOWN
        : bare(change.getAsDouble()) + (unit.equals("%") ? " pp" : " %");
  }

  private static String bare(double change) {
    String text = FigureFormat.rounded(change, 1);
    return change > 0 && !text.equals("0") ? "+" + text : text;
  }
}
