package dev.aiendpoint.promote;

import dev.aiendpoint.baseline.ObservedFigure;
import dev.aiendpoint.baseline.ObservedRun;
import dev.aiendpoint.json.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes the block {@code observed} in the form that the rest of the file has. */
final class ObservedText {

  private ObservedText() {}

  /** The value of the member, indented as the file's own members are; one figure a line. */
  static String of(ObservedRun run, JsonText file) {
    List<String> figures = new ArrayList<>();
    run.figures().forEach((id, figure) -> figures.add(JsonText.quoted(id) + ": " + of(figure)));
    List<String> members = new ArrayList<>();
    members.add("\"date\": " + JsonText.quoted(run.date().toString()));
    run.commit().ifPresent(commit -> members.add("\"commit\": " + JsonText.quoted(commit)));
    if (!run.target().isBlank()) {
      members.add("\"target\": " + JsonText.quoted(run.target()));
    }
    members.add("\"samples\": " + run.samples());
    members.add(
        "\"scales\": { \"duration\": "
            + number(run.scale().duration())
            + ", \"users\": "
            + number(run.scale().users())
            + " }");
    members.add("\"figures\": " + block(figures, file, 2));
    return block(members, file, 1);
  }

  private static String of(ObservedFigure figure) {
    return "{ \"value\": "
        + number(figure.value())
        + ", \"unit\": "
        + JsonText.quoted(figure.unit())
        + ", \"n\": "
        + figure.samples()
        + ", \"metric\": "
        + JsonText.quoted(figure.metric())
        + ", \"scope\": "
        + JsonText.quoted(figure.scope())
        + " }";
  }

  private static String block(List<String> members, JsonText file, int depth) {
    if (file.isOnOneLine()) {
      return "{ " + String.join(", ", members) + " }";
    }
    String inner = file.lineBreak() + file.indent().repeat(depth + 1);
    return "{"
        + inner
        + String.join("," + inner, members)
        + file.lineBreak()
        + file.indent().repeat(depth)
        + "}";
  }

  private static String number(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
  }
}
