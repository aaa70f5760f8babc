package dev.aiendpoint.report.page;

import static dev.aiendpoint.report.FigureFormat.millis;
import static dev.aiendpoint.report.FigureFormat.shortShare;

import dev.aiendpoint.advice.Advice;
import dev.aiendpoint.advice.Advisor;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.cache.CacheFigures;
import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.report.FigureFormat;
import dev.aiendpoint.report.Headline;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimingMetric;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The verdict, why, and the run's figures at a glance. */
final class VerdictSection implements Section {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    HtmlText html = page.html();
    String word = run.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    html.open("header", "class", "verdict " + word);
    html.element("p", "Load test report", "class", "kicker");
    html.element("h1", run.plan());
    html.open("p", "class", "word");
    page.chip(run.verdict());
    html.element("span", Headline.of(run), "class", "headline");
    html.close();
    html.element(
        "p",
        run.target()
            + "  ·  "
            + TIME.format(run.startedAt())
            + "  ·  "
            + FigureFormat.length(figures.length()),
        "class",
        "facts");
    tiles(html, run, figures);
    html.close();
    why(page, run);
    advice(page, run);
  }

  private static void tiles(HtmlText html, RunVerdict run, RunFigures figures) {
    Summary all = figures.all();
    long served = all.timing(TimingMetric.ELAPSED).count();
    CacheFigures cache = CacheReport.of(run.figures()).total();
    html.open("dl", "class", "tiles");
    tile(html, "Requests", grouped(all.samples()), "n = " + all.samples());
    tile(html, "Users, at most", FigureFormat.users(all.maxUsers()), "active at a time");
    tile(
        html,
        "P95",
        millis(all.timing(TimingMetric.ELAPSED).percentile(95)),
        "n = " + served + " served");
    tile(html, "Errors", shortShare(all.errorRate()), "n = " + all.samples());
    tile(
        html,
        "Cache hits",
        shortShare(cache.hitRate()),
        "n = " + (cache.hits() + cache.misses()) + " look-ups");
    tile(
        html,
        "AI cost",
        all.cost().isEmpty()
            ? FigureFormat.UNKNOWN
            : money(all.cost().getAsDouble()) + " " + run.currency(),
        "n = " + all.samplesWithCost() + " priced");
    html.close();
  }

  private static String money(double cost) {
    return cost < 1000 ? FigureFormat.rounded(cost, 2) : grouped(Math.round(cost));
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202F');
  }

  private static void tile(HtmlText html, String name, String figure, String note) {
    html.open("div").element("dt", name).element("dd", figure);
    html.element("dd", note, "class", "note").close();
  }

  private static void why(Page page, RunVerdict run) {
    List<ThresholdResult> missed = Headline.notPassed(run);
    List<String> others = Headline.otherReasons(run);
    if (missed.isEmpty() && others.isEmpty()) {
      return;
    }
    page.section("why", "Why");
    HtmlText html = page.html();
    html.open("ul", "class", "reasons");
    for (ThresholdResult result : missed) {
      html.open("li");
      page.chip(result.verdict());
      html.open("div").open("p", "class", "what");
      html.element("strong", result.id()).element("code", result.check());
      html.element("span", result.scope(), "class", "scope").close();
      html.element("p", result.message()).close().close();
    }
    for (String reason : others) {
      html.open("li").element("span", "·", "class", "chip plain");
      html.open("div").element("p", reason).close().close();
    }
    html.close();
    page.endSection();
  }

  private static void advice(Page page, RunVerdict run) {
    List<Advice> advice = Advisor.advise(run);
    if (advice.isEmpty()) {
      return;
    }
    page.section("advice", "What to look at");
    HtmlText html = page.html();
    html.open("ol", "class", "advice");
    for (Advice one : advice) {
      html.open("li").element("p", one.issue(), "class", "issue");
      html.element("p", one.recommendation());
      html.element("p", one.evidence(), "class", "note").close();
    }
    html.close();
    page.endSection();
  }
}
