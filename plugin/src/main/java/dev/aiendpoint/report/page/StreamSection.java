package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.report.picture.DistributionPicture;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimingMetric;
import java.util.List;

/** How AI answers streamed: time to the first token, gaps between chunks, tokens a second. */
final class StreamSection implements Section {

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    page.section("streams", "AI answers as they arrive");
    Summary all = figures.all();
    List<DistributionPicture> pictures =
        List.of(
            DistributionPicture.ofMillis(
                "ttft", "Time to first token", all.timing(TimingMetric.TTFT)),
            DistributionPicture.ofMillis("icl", "Gap between chunks", all.timing(TimingMetric.ICL)),
            DistributionPicture.ofRate(
                "tokens", "Tokens per second and request", all.timing(TimingMetric.TPOT)));
    if (pictures.stream().noneMatch(DistributionPicture::isDrawable)) {
      page.nothing("No AI request streamed, so no token was timed.");
    } else {
      for (DistributionPicture picture : pictures) {
        if (picture.isDrawable()) {
          page.picture(picture);
        } else {
          page.nothing(nothingOf(picture));
        }
      }
      page.html()
          .element(
              "p",
              "Uncached successful answers only. What lies above P99 stands in the last bar.",
              "class",
              "note");
    }
    page.endSection();
  }

  private static String nothingOf(DistributionPicture picture) {
    return switch (picture.name()) {
      case "icl" -> "Gaps between chunks are known in a live run only, and to streamed answers.";
      case "tokens" -> "No streamed answer told at least two tokens.";
      default -> "No answer told its first token.";
    };
  }
}
