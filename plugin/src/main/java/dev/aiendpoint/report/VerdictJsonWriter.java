package dev.aiendpoint.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.cache.CacheFigures;
import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.cache.CacheSaving;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.phase.LoadScale;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimingMetric;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Writes {@code verdict.json}, schema 1: a public contract, to which members may be added and from
 * which none is taken or renamed. Times in milliseconds, rates and shares 0 to 1; latencies are
 * those of served requests, and {@code n} is how many these are. What is unknown is absent; a count
 * that is 0 is known and written. Safe for use from any thread.
 */
public final class VerdictJsonWriter {

  private static final int SCHEMA = 1;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectWriter WRITER = new ObjectMapper().writer(prettyPrinter());

  /** The whole document, ended by a line break. */
  public String write(RunVerdict run) {
    RunFigures figures = new RunFigures(run);
    ObjectNode root = NODES.objectNode();
    head(root, run, figures);
    root.set("thresholds", thresholds(run.thresholds()));
    root.set("outcomes", outcomes(figures));
    root.set("operations", operations(figures));
    root.set("labels", labels(figures));
    if (!figures.phases().isEmpty()) {
      root.set("phases", phases(figures));
    }
    if (!figures.arrivals().isEmpty()) {
      root.set("arrivals", ArrivalsJson.of(figures));
    }
    root.set("cache", cache(run));
    if (figures.circuit().evidence() > 0) {
      root.set("circuit", CircuitJson.of(figures));
    }
    if (run.figures().rateLimits().isKnown()) {
      root.set("rateLimits", RateLimitJson.of(run.figures().rateLimits()));
    }
    root.set("ai", AiJson.of(run, figures));
    try {
      return WRITER.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      // A tree of text and numbers in memory: nothing of it can fail to be written.
      throw new UncheckedIOException(e);
    }
  }

  private static void head(ObjectNode root, RunVerdict run, RunFigures figures) {
    root.put("schema", SCHEMA);
    root.put("plan", run.plan());
    root.put("verdict", run.verdict().name());
    ArrayNode reasons = root.putArray("reasons");
    run.reasons().forEach(reasons::add);
    root.put("target", run.target());
    root.put("startedAt", instant(run.startedAt()));
    root.put("endedAt", instant(run.endedAt()));
    run.origin().scale().ifPresent(scale -> scales(root.putObject("scales"), scale));
    if (!run.origin().settings().isEmpty()) {
      ObjectNode settings = root.putObject("settings");
      run.origin().settings().forEach(settings::put);
    }
    root.put("samples", figures.all().samples());
    root.put("control", figures.control());
    users(root, "maxUsers", figures.all());
  }

  private static void scales(ObjectNode node, LoadScale scale) {
    JsonFigure.put(node, "duration", OptionalDouble.of(scale.duration()), 9);
    JsonFigure.put(node, "users", OptionalDouble.of(scale.users()), 9);
  }

  private static ArrayNode thresholds(List<ThresholdResult> results) {
    ArrayNode array = NODES.arrayNode();
    for (ThresholdResult result : results) {
      ObjectNode node = array.addObject();
      node.put("id", result.id());
      node.put("check", result.check());
      node.put("scope", result.scope());
      JsonFigure.put(node, "observed", result.observed(), 6);
      node.put("unit", result.unit());
      JsonFigure.put(node, "limit", result.limit(), 6);
      JsonFigure.put(node, "target", result.target(), 6);
      node.put("samples", result.samples());
      node.put("verdict", result.verdict().name());
      node.put("message", result.message());
    }
    return array;
  }

  private static ObjectNode outcomes(RunFigures figures) {
    ObjectNode node = NODES.objectNode();
    for (Outcome outcome : Outcome.values()) {
      node.put(outcome.name(), figures.all().outcomes().getOrDefault(outcome, 0L));
    }
    return node;
  }

  private static ObjectNode operations(RunFigures figures) {
    ObjectNode node = NODES.objectNode();
    for (OperationClass operation : OperationClass.values()) {
      Summary summary = figures.operation(operation);
      boolean shown =
          switch (operation) {
            case READ, AI, WRITE -> true;
            // Without it the shares would not add up and nobody would see why.
            case OTHER -> summary.samples() > 0;
            case CONTROL -> false;
          };
      if (shown) {
        ObjectNode figure = node.putObject(operation.name());
        figure.put("samples", summary.samples());
        JsonFigure.rate(figure, "share", figures.all().rate(summary.samples()));
        percentiles(figure, summary.timing(TimingMetric.ELAPSED), 50, 95);
        JsonFigure.rate(figure, "errorRate", summary.errorRate());
        figure.put("n", summary.timing(TimingMetric.ELAPSED).count());
      }
    }
    return node;
  }

  private static ArrayNode labels(RunFigures figures) {
    ArrayNode array = NODES.arrayNode();
    for (String label : figures.labels()) {
      Summary summary = figures.label(label);
      Distribution elapsed = summary.timing(TimingMetric.ELAPSED);
      ObjectNode node = array.addObject();
      node.put("label", label);
      node.put("samples", summary.samples());
      percentiles(node, elapsed, 50, 95, 99);
      JsonFigure.elapsed(node, "max", elapsed.max());
      JsonFigure.rate(node, "errorRate", summary.errorRate());
      node.put("n", elapsed.count());
      ArrivalsJson.putFromIntended(node, summary);
    }
    return array;
  }

  private static ArrayNode phases(RunFigures figures) {
    ArrayNode array = NODES.arrayNode();
    for (String phase : figures.phases()) {
      Summary summary = figures.phase(phase);
      Distribution elapsed = summary.timing(TimingMetric.ELAPSED);
      ObjectNode node = array.addObject();
      node.put("name", phase);
      figures
          .sinceStart(summary.firstStartMillis())
          .ifPresent(millis -> node.put("startMs", millis));
      figures.sinceStart(summary.lastEndMillis()).ifPresent(millis -> node.put("endMs", millis));
      users(node, "users", summary);
      node.put("samples", summary.samples());
      percentiles(node, elapsed, 95);
      JsonFigure.rate(node, "errorRate", summary.errorRate());
      node.put("n", elapsed.count());
    }
    return array;
  }

  private static ObjectNode cache(RunVerdict run) {
    CacheReport report = CacheReport.of(run.figures());
    ObjectNode node = cacheOf(report.total(), NODES.objectNode());
    node.set("saved", saved(report.saved(), run.currency()));
    ArrayNode byLabel = node.putArray("byLabel");
    for (CacheReport.OfLabel label : report.labels()) {
      ObjectNode named = cacheOf(label.figures(), byLabel.addObject().put("label", label.label()));
      named.set("saved", saved(label.saved(), run.currency()));
      byPhase(named, label.phases());
    }
    byPhase(node, report.phases());
    return node;
  }

  private static void byPhase(ObjectNode node, List<CacheReport.OfPhase> phases) {
    if (!phases.isEmpty()) {
      ArrayNode byPhase = node.putArray("byPhase");
      phases.forEach(
          phase -> cacheOf(phase.figures(), byPhase.addObject().put("phase", phase.phase())));
    }
  }

  private static ObjectNode cacheOf(CacheFigures figures, ObjectNode node) {
    node.put("hits", figures.hits());
    node.put("misses", figures.misses());
    node.put("unknown", figures.unknown());
    node.put("bypass", figures.bypasses());
    JsonFigure.rate(node, "hitRate", figures.hitRate());
    JsonFigure.elapsed(node, "hitP50", figures.hit().p50());
    JsonFigure.elapsed(node, "hitP95", figures.hit().p95());
    JsonFigure.elapsed(node, "missP50", figures.miss().p50());
    JsonFigure.elapsed(node, "missP95", figures.miss().p95());
    node.put("hitN", figures.hit().n());
    node.put("missN", figures.miss().n());
    return node;
  }

  /** What is unknown is absent, so an empty object says that nothing can be told. */
  private static ObjectNode saved(CacheSaving saving, String currency) {
    ObjectNode node = NODES.objectNode();
    if (saving.millis().isPresent()) {
      JsonFigure.put(node, "ms", saving.millis(), 1);
      node.put("hitsTimed", saving.hitsTimed());
    }
    if (saving.cost().isPresent()) {
      JsonFigure.put(node, "cost", saving.cost(), 6);
      node.put("hitsPriced", saving.hitsPriced());
      if (!currency.isEmpty()) {
        node.put("currency", currency);
      }
    }
    return node;
  }

  private static void percentiles(ObjectNode node, Distribution elapsed, int... percentiles) {
    for (int percentile : percentiles) {
      JsonFigure.elapsed(node, "p" + percentile, elapsed.percentile(percentile));
    }
  }

  /** Users are read off samples, so without a sample they are unknown. */
  private static void users(ObjectNode node, String name, Summary summary) {
    // Whoever sends a sample is a user: 0 means that the result file does not tell.
    if (summary.maxUsers() > 0) {
      node.put(name, summary.maxUsers());
    }
  }

  private static String instant(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static DefaultPrettyPrinter prettyPrinter() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
