package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.AtomicFile;
import dev.aiendpoint.report.RunFigures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code report.html} with {@code report.css} and its pictures in {@code report/} beside it.
 * The page needs neither script nor inline style nor anything from elsewhere, so Jenkins shows it
 * under its default content security policy. Safe for use from any thread.
 */
public final class HtmlReport {

  private static final String STYLE = "report.css";

  private static final List<Section> SECTIONS =
      List.of(
          new VerdictSection(),
          new LoadSection(),
          new LatencySection(),
          new OutcomeSection(),
          new CacheSection(),
          new CircuitSection(),
          new StreamSection(),
          new CostSection(),
          new MixSection(),
          new LabelSection(),
          new ThresholdSection(),
          new OriginSection());

  private HtmlReport() {}

  /** Writes the page last: when it is there, so is all that it shows. */
  public static void write(RunVerdict run, Path file) throws IOException {
    Page page = page(run);
    Path folder = file.resolveSibling(Page.FOLDER);
    deletePictures(folder);
    for (Map.Entry<String, String> picture : page.pictures().entrySet()) {
      AtomicFile.write(folder.resolve(picture.getKey()), picture.getValue());
    }
    AtomicFile.write(file.resolveSibling(STYLE), style());
    AtomicFile.write(file, page.html().write());
  }

  static Page page(RunVerdict run) {
    Page page = new Page();
    HtmlText html = page.html();
    html.single("!DOCTYPE html").open("html", "lang", "en").open("head");
    html.single("meta", "charset", "utf-8");
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.single("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", run.verdict() + " " + run.plan() + ": load test report");
    html.single("link", "rel", "stylesheet", "href", STYLE);
    html.close().open("body").open("main");
    RunFigures figures = new RunFigures(run);
    SECTIONS.forEach(section -> section.write(page, run, figures));
    html.element(
        "footer",
        "Latencies are of served requests, in milliseconds unless said otherwise; n is how many"
            + " values stand behind a figure; a dash is unknown, which is not 0.");
    html.close().close().close();
    return page;
  }

  /** An earlier report may have had pictures that this one has not. */
  private static void deletePictures(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.svg")) {
        for (Path picture : old) {
          Files.delete(picture);
        }
      }
    }
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IOException(STYLE + " is missing in the plugin's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
