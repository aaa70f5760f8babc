package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages that real runs wrote, in a real browser under Jenkins' content security policy. */
class ReportPageIT {

  private static final int DESK = 1280;
  private static final int PHONE = 390;

  /** 210 mm without 14 mm at each side, in CSS pixels. */
  private static final int A4_WITHOUT_MARGINS = 688;

  private static final String TITLES =
      "[...document.querySelectorAll('h1, h2')].filter(h => h.offsetHeight > 0)"
          + ".map(h => h.textContent)";

  private static final Path RUNS = Path.of(System.getProperty("it.folder")).toAbsolutePath();

  private static Chromium browser;
  private static StrictServer server;

  @BeforeAll
  static void start() throws Exception {
    SmokeRuns.healthy();
    TrafficRuns.start();
    CircuitBreakerPlanIT.startAll();
    server = new StrictServer(RUNS);
    browser = Chromium.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  /** Healthy and red ones of every plan. */
  private static Map<String, PlanRun> runs() throws Exception {
    Map<String, PlanRun> runs = new LinkedHashMap<>();
    runs.put("smoke", SmokeRuns.healthy().get());
    runs.put("smoke, database down", SmokeRuns.databaseDown().get());
    for (String name :
        new String[] {"ai-load-healthy", "ai-load-cache-off", "mixed-healthy", "mixed-slow-ai"}) {
      runs.put(name, TrafficRuns.get(name));
    }
    for (String name : new String[] {"opaque", "breaker-off"}) {
      runs.put("circuit-" + name, CircuitBreakerPlanIT.get(name));
    }
    return runs;
  }

  @Test
  void shouldShowEveryRunUnderThePolicyOfJenkins() throws Exception {
    for (Map.Entry<String, PlanRun> run : runs().entrySet()) {
      Path page = run.getValue().folder().resolve("report.html");
      assertThat(page).as(run.getKey() + "; it printed:%n%s", run.getValue().output()).exists();
      assertThat(run.getValue().output()).contains("report.html");
      URI address = server.address(page);

      browser.open(address, DESK, false);
      assertIsShown(run.getKey() + " on a desk", "-light.svg", DESK);
      assertThat(browser.evaluate("document.querySelector('.word .chip').textContent").asText())
          .isEqualTo(run.getValue().verdictWord().replace('_', ' '));
      assertPicturesAreNotBlank(run.getKey());

      browser.open(address, PHONE, false);
      assertIsShown(run.getKey() + " on a phone", "-light-narrow.svg", PHONE);
      browser.open(address, DESK, true);
      assertIsShown(run.getKey() + " in the dark", "-dark.svg", DESK);
      assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor").asText())
          .as(run.getKey() + ": paper in the dark")
          .isEqualTo("rgb(17, 21, 26)");
    }
  }

  private static void assertIsShown(String what, String variant, int width) throws Exception {
    assertIsShown(what, variant, width, "1016px");
  }

  private static void assertIsShown(String what, String variant, int width, String maxWidth)
      throws Exception {
    assertThat(browser.complaints()).as(what + ": console").isEmpty();
    assertThat(
            browser.evaluate("getComputedStyle(document.querySelector('main')).maxWidth").asText())
        .as(what + ": the stylesheet is applied")
        .isEqualTo(maxWidth);
    JsonNode pictures =
        browser.evaluate(
            "[...document.images].map(i => [i.currentSrc, i.complete ? i.naturalWidth : 0])");
    assertThat(pictures).as(what + ": pictures").isNotEmpty();
    for (JsonNode picture : pictures) {
      assertThat(picture.path(0).asText()).as(what).endsWith(variant);
      assertThat(picture.path(1).asInt()).as(what + ": width of " + picture.path(0)).isPositive();
    }
    // Not innerWidth, which a phone widens to what does not fit.
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .as(what + ": width of the page")
        .isLessThanOrEqualTo(width);
  }

  private static void assertPicturesAreNotBlank(String what) throws Exception {
    JsonNode places =
        browser.evaluate(
            "[...document.images].map(i => i.getBoundingClientRect())"
                + ".map(r => [r.left, r.top + scrollY, r.width, r.height].map(Math.floor))");
    BufferedImage page = browser.picture();
    for (int i = 0; i < places.size(); i++) {
      JsonNode place = places.path(i);
      assertThat(colours(page, place))
          .as(what + ": colours of picture " + i)
          .hasSizeGreaterThan(12);
    }
  }

  private static Set<Integer> colours(BufferedImage page, JsonNode place) {
    Set<Integer> colours = new HashSet<>();
    int right = Math.min(page.getWidth(), place.path(0).asInt() + place.path(2).asInt());
    int bottom = Math.min(page.getHeight(), place.path(1).asInt() + place.path(3).asInt());
    for (int x = place.path(0).asInt(); x < right; x++) {
      for (int y = place.path(1).asInt(); y < bottom; y++) {
        colours.add(page.getRGB(x, y));
      }
    }
    return colours;
  }

  @Test
  void shouldFitOnPaper() throws Exception {
    PlanRun run = TrafficRuns.get("ai-load-cache-off");
    URI address = server.address(run.folder().resolve("report.html"));
    browser.open(address, DESK, false);
    JsonNode titles = browser.evaluate(TITLES);

    browser.openForPaper(address, A4_WITHOUT_MARGINS);

    assertIsShown("on paper", "-light.svg", A4_WITHOUT_MARGINS, "none");
    assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor").asText())
        .as("no paper is painted dark")
        .isEqualTo("rgba(0, 0, 0, 0)");
    assertThat(browser.evaluate("getComputedStyle(document.body).color").asText())
        .as("ink")
        .isEqualTo("rgb(29, 37, 48)");
    assertThat(browser.evaluate(TITLES)).as("sections").isEqualTo(titles).hasSizeGreaterThan(8);
    assertThat(browser.evaluate("document.querySelectorAll('details:not([open])').length").asInt())
        .as("parts that only a click opens")
        .isZero();
    assertPicturesAreNotBlank("on paper");
    Path pdf = Files.write(run.folder().resolve("report.pdf"), browser.pdf());
    assertThat(Files.size(pdf)).isGreaterThan(20_000);
  }

  @Test
  void shouldNoticeWhatThePolicyForbids() throws Exception {
    Path page = Files.createDirectories(RUNS.resolve("forbidden")).resolve("page.html");
    Files.writeString(
        page,
        "<!DOCTYPE html><style>p{color:red}</style><p style='color:blue'>x</p>"
            + "<script>document.title='ran'</script><img src='data:image/png;base64,iVBORw0K'>");
    browser.open(server.address(page), DESK, false);
    assertThat(browser.complaints()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(browser.evaluate("document.title").asText()).isEmpty();
  }
}
