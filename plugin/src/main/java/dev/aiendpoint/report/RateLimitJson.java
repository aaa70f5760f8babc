package dev.aiendpoint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiendpoint.ratelimit.LimitFigures;
import dev.aiendpoint.ratelimit.LimitReport;
import java.util.OptionalLong;

/** Writes the {@code rateLimits} member of {@code verdict.json}; times in milliseconds. */
final class RateLimitJson {

  private RateLimitJson() {}

  static ObjectNode of(LimitReport report) {
    ObjectNode node = figures(report.select((label, phase) -> true));
    if (report.untracked() > 0) {
      node.put("untracked", report.untracked());
    }
    ArrayNode byLabel = node.putArray("byLabel");
    for (String label : report.labels()) {
      ObjectNode one = byLabel.addObject().put("label", label);
      one.setAll(figures(report.select((other, phase) -> other.equals(label))));
    }
    return node;
  }

  private static ObjectNode figures(LimitFigures figures) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("limited", figures.limited());
    node.put("announced", figures.announced());
    node.put("kept", figures.kept());
    node.put("broken", figures.broken());
    node.put("early", figures.early());
    put(node, "earliestMs", figures.earliestMillis());
    node.put("episodes", figures.episodes());
    node.put("unended", figures.unended());
    put(node, "longestMs", figures.longestMillis());
    put(node, "meanMs", figures.meanMillis());
    return node;
  }

  private static void put(ObjectNode node, String name, OptionalLong millis) {
    millis.ifPresent(known -> node.put(name, known));
  }
}
