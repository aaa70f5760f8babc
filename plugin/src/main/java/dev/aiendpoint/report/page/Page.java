package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.report.picture.Look;
import dev.aiendpoint.report.picture.Picture;
import dev.aiendpoint.svg.SvgDrawing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page under construction: its HTML, and the pictures that it shows by file name. */
final class Page {

  /** Folder of the pictures, beside the page. */
  static final String FOLDER = "report";

  private static final String NARROW = "(max-width: 640px)";
  private static final String DARK = "(prefers-color-scheme: dark)";

  /** In this order; what none of them matches, paper among it, gets the plain one. */
  private static final Map<String, String> CONDITIONS = new LinkedHashMap<>();

  static {
    CONDITIONS.put("dark-narrow", "screen and " + NARROW + " and " + DARK);
    CONDITIONS.put("light-narrow", "screen and " + NARROW);
    CONDITIONS.put("dark", "screen and " + DARK);
  }

  private final HtmlText html = new HtmlText();
  private final Map<String, String> pictures = new LinkedHashMap<>();

  HtmlText html() {
    return html;
  }

  /** SVG documents by file name. */
  Map<String, String> pictures() {
    return pictures;
  }

  void section(String id, String title) {
    html.open("section", "id", id).element("h2", title);
  }

  void endSection() {
    html.close();
  }

  /** Says in words that there is nothing to show, and why. */
  void nothing(String why) {
    html.element("p", why, "class", "nothing");
  }

  void picture(Picture picture) {
    Map<String, SvgDrawing> drawings = new LinkedHashMap<>();
    for (Look look : Look.ALL) {
      SvgDrawing drawing = picture.draw(look);
      drawings.put(look.name(), drawing);
      pictures.put(file(picture, look.name()), drawing.write(picture.description()));
    }
    html.open("figure").open("picture");
    CONDITIONS.forEach(
        (look, condition) ->
            html.single(
                "source",
                "media",
                condition,
                "srcset",
                FOLDER + "/" + file(picture, look),
                "width",
                Integer.toString(drawings.get(look).width()),
                "height",
                Integer.toString(drawings.get(look).height())));
    SvgDrawing plain = drawings.get(Look.LIGHT.name());
    html.single(
        "img",
        "src",
        FOLDER + "/" + file(picture, Look.LIGHT.name()),
        "alt",
        picture.description(),
        "width",
        Integer.toString(plain.width()),
        "height",
        Integer.toString(plain.height()));
    html.close().close();
  }

  private static String file(Picture picture, String look) {
    return picture.name() + "-" + look + ".svg";
  }

  /** A table that scrolls by itself where it is too wide. */
  void table(List<Column> columns, List<List<Cell>> rows) {
    html.open("div", "class", "table").open("table").open("thead").open("tr");
    columns.forEach(
        column -> html.element("th", column.head(), "class", column.number() ? "number" : "words"));
    html.close().close().open("tbody");
    for (List<Cell> row : rows) {
      html.open("tr");
      for (int i = 0; i < row.size(); i++) {
        Cell cell = row.get(i);
        html.open("td", "class", columns.get(i).number() ? "number" : "words");
        if (cell.verdict() != null) {
          chip(cell.verdict());
        } else {
          html.text(cell.text());
        }
        if (!cell.note().isEmpty()) {
          html.element("span", cell.note(), "class", "note");
        }
        html.close();
      }
      html.close();
    }
    html.close().close().close();
  }

  void chip(VerdictWord word) {
    html.element(
        "span",
        word.name().replace('_', ' '),
        "class",
        "chip " + word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /**
   * A column of a table.
   *
   * @param number true to align to the right
   */
  record Column(String head, boolean number) {
    static Column words(String head) {
      return new Column(head, false);
    }

    static Column number(String head) {
      return new Column(head, true);
    }
  }

  /**
   * A cell of a table.
   *
   * @param text what it says
   * @param note in small type below, may be empty
   * @param verdict shown instead of the text, or null
   */
  record Cell(String text, String note, VerdictWord verdict) {
    static Cell of(String text) {
      return new Cell(text, "", null);
    }

    static Cell of(String text, String note) {
      return new Cell(text, note, null);
    }

    static Cell of(VerdictWord verdict) {
      return new Cell("", "", verdict);
    }
  }
}
