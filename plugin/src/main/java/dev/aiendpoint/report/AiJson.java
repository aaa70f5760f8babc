package dev.aiendpoint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimingMetric;
import dev.aiendpoint.stats.TokenEvidence;

/** Writes the {@code ai} member of {@code verdict.json}. */
final class AiJson {

  private AiJson() {}

  static ObjectNode of(RunVerdict run, RunFigures figures) {
    Summary all = figures.all();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("ttft", tokenTiming(all.timing(TimingMetric.TTFT)));
    node.set("tpot", tokenTiming(all.timing(TimingMetric.TPOT)));
    node.set("icl", tokenTiming(all.timing(TimingMetric.ICL)));
    all.tokensIn().ifPresent(tokens -> node.put("tokensIn", tokens));
    all.tokensOut().ifPresent(tokens -> node.put("tokensOut", tokens));
    tokens(node, all.tokenEvidence(), all.timing(TimingMetric.TPOT).count() > 0);
    JsonFigure.put(node, "tokensPerSecond", figures.tokensPerSecond(), 3);
    goodput(node, run, figures);
    JsonFigure.put(node, "cost", all.cost(), 6);
    if (!run.currency().isEmpty()) {
      node.put("currency", run.currency());
    }
    return node;
  }

  private static void tokens(ObjectNode node, TokenEvidence evidence, boolean isTimedByToken) {
    evidence.source().ifPresent(source -> node.put("tokenSource", source));
    JsonFigure.put(node, "tokensPerChunk", evidence.tokensPerChunk(), 3);
    if (isTimedByToken && evidence.source().isPresent()) {
      node.put("perTokenEstimate", evidence.makesEstimates());
    }
  }

  /** Absent where the baseline declares no objective, or no attempt had one. */
  private static void goodput(ObjectNode node, RunVerdict run, RunFigures figures) {
    if (!run.figures().goodput().isDeclared()) {
      return;
    }
    JsonFigure.rate(node, "goodput", figures.goodput());
    JsonFigure.put(node, "goodputPerSecond", figures.goodputPerSecond(), 3);
    node.put("goodputN", figures.ai().goodputAttempts());
    ArrayNode objectives = node.putArray("goodputObjectives");
    run.figures().goodput().objectives().forEach(objective -> objectives.add(objective.text()));
  }

  private static ObjectNode tokenTiming(Distribution timing) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    JsonFigure.token(node, "p50", timing.percentile(50));
    JsonFigure.token(node, "p95", timing.percentile(95));
    JsonFigure.token(node, "p99", timing.percentile(99));
    return node.put("n", timing.count());
  }
}
