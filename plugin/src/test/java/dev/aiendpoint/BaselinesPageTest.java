package dev.aiendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.AbortRule;
import dev.aiendpoint.baseline.Baseline;
import dev.aiendpoint.baseline.BaselineReader;
import dev.aiendpoint.baseline.Threshold;
import dev.aiendpoint.stats.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/baselines.md} against the baseline files. */
class BaselinesPageTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("..").normalize();
  private static final Path PAGE = ROOT.resolve("docs/baselines.md");
  private static final boolean REFRESH = Boolean.getBoolean("golden.refresh");

  private static final Pattern TABLES =
      Pattern.compile("(?s)(<!-- thresholds -->\n).*?(<!-- /thresholds -->)");

  /** A threshold in the text, perhaps with its differing limit behind it. */
  private static final Pattern NAMED = Pattern.compile("`([a-z-]+)/([\\w.-]+)`( \\()?");

  /** A row of a table whose last cell names thresholds: name, baseline, measured, held by. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| [^|]* \\| ([^|]*`[a-z-]+/[^|]*) \\|$");

  private static Map<String, Baseline> baselines() throws Exception {
    Map<String, Baseline> baselines = new TreeMap<>();
    try (Stream<Path> files = Files.list(ROOT.resolve("data/baselines"))) {
      for (Path file : files.filter(file -> !file.toString().endsWith("schema.json")).toList()) {
        Baseline baseline = BaselineReader.read(file.toString(), Files.readString(file));
        baselines.put(baseline.plan(), baseline);
      }
    }
    assertThat(baselines).containsKeys("smoke-test", "ai-load", "mixed-traffic");
    return baselines;
  }

  private static Map<String, Threshold> thresholds() throws Exception {
    Map<String, Threshold> all = new TreeMap<>();
    for (Baseline baseline : baselines().values()) {
      baseline.thresholds().forEach(one -> all.put(baseline.plan() + "/" + one.id(), one));
    }
    return all;
  }

  @Test
  void shouldHoldTheTablesOfTheFiles() throws Exception {
    StringBuilder tables = new StringBuilder();
    for (Baseline baseline : baselines().values()) {
      tables.append('\n').append(table(baseline));
    }
    String page = Files.readString(PAGE);
    MatchResult found = TABLES.matcher(page).results().findFirst().orElseThrow();
    String expected =
        page.substring(0, found.end(1)) + tables + "\n" + page.substring(found.start(2));
    if (REFRESH) {
      Files.writeString(PAGE, expected);
      return;
    }
    assertThat(page).as("refresh with -Dgolden.refresh=true").isEqualTo(expected);
  }

  @Test
  void shouldNameOnlyThresholdsThatExist() throws Exception {
    List<String> named =
        NAMED
            .matcher(withoutTables())
            .results()
            .map(found -> found.group(1) + "/" + found.group(2))
            .toList();
    assertThat(named).hasSizeGreaterThan(40);
    assertThat(thresholds().keySet()).containsAll(named);
  }

  @Test
  void shouldGiveEachNamedThresholdTheLimitOfItsRow() throws Exception {
    Map<String, Threshold> thresholds = thresholds();
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (MatchResult row : ROW.matcher(heldRows()).results().toList()) {
      String baseline = number(row.group(2));
      for (MatchResult named : NAMED.matcher(row.group(3)).results().toList()) {
        Threshold threshold = thresholds.get(named.group(1) + "/" + named.group(2));
        boolean saysItself = named.group(3) != null;
        // A bracket says how the limit differs.
        if (!saysItself && threshold != null) {
          compared++;
          String limits =
              number(threshold.check().limit().text())
                  + " "
                  + threshold.target().map(target -> number(target.text())).orElse("");
          if (!(limits + " ").contains(baseline + " ")) {
            wrong.add(row.group(1) + ": " + row.group(2) + ", but " + named.group() + " " + limits);
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(35);
    assertThat(wrong).as("rows whose threshold has another limit").isEmpty();
  }

  /** {@code < 2 s} and {@code 60 %} without their sign, since a share is held within a margin. */
  private static String number(String text) {
    return text.replaceAll("^[^0-9]*", "")
        .replaceAll(" or more$", "")
        .replaceAll(" (\\+-|±) .*", "")
        .replaceAll(" ?/", "/");
  }

  /** Watched rows name what bounds them, not what holds them. */
  private static String heldRows() throws IOException {
    return withoutTables().split("\n## Infrastructure", 2)[0];
  }

  private static String withoutTables() throws IOException {
    return TABLES.matcher(Files.readString(PAGE)).replaceAll("");
  }

  private static String table(Baseline baseline) {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(baseline.plan()).append("\n\n");
    text.append(baseline.description()).append("\n\n");
    text.append("| id | limit | target | of | n | besides |\n");
    text.append("| --- | --- | --- | --- | --- | --- |\n");
    for (Threshold threshold : baseline.thresholds()) {
      text.append("| `").append(threshold.id()).append("` | `");
      text.append(threshold.check().text()).append("` | ");
      text.append(threshold.target().map(target -> "`" + target.text() + "`").orElse(""));
      text.append(" | ").append(scope(threshold.scope()));
      text.append(" | ").append(threshold.minSamples());
      text.append(" | ").append(besides(threshold)).append(" |\n");
    }
    return text.toString();
  }

  private static String scope(Scope scope) {
    List<String> words = new ArrayList<>();
    add(words, "", scope.labels(), "`");
    add(words, "class ", scope.operations(), "");
    add(words, "phase ", scope.phases(), "");
    add(words, "outcome ", scope.outcomes(), "");
    add(words, "cache ", scope.caches(), "");
    return words.isEmpty() ? "all" : String.join("; ", words);
  }

  private static void add(List<String> words, String name, Collection<?> values, String quote) {
    if (!values.isEmpty()) {
      words.add(
          values.stream()
              .map(value -> quote + value + quote)
              .collect(Collectors.joining(", ", name, "")));
    }
  }

  private static String besides(Threshold threshold) {
    List<String> words = new ArrayList<>();
    if (threshold.precondition().ofAll()) {
      words.add("precondition");
    }
    threshold.precondition().ids().forEach(id -> words.add("precondition of `" + id + "`"));
    if (threshold.tolerancePercent() > 0) {
      words.add("tolerance " + Math.round(threshold.tolerancePercent()) + " %");
    }
    threshold
        .abort()
        .map(AbortRule::after)
        .ifPresent(after -> words.add("stops the test after " + after.toSeconds() + " s"));
    threshold.when().ifPresent(when -> words.add("when `" + when.text() + "`"));
    threshold
        .scale()
        .ifPresent(
            scale -> words.add("times `" + scale.name().toLowerCase(Locale.ROOT) + ".scale`"));
    return String.join("; ", words);
  }
}
