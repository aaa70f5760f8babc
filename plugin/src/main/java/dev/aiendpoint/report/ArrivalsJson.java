package dev.aiendpoint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiendpoint.stats.ArrivalCount;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimingMetric;
import java.util.List;

/**
 * Writes the {@code arrivals} member of {@code verdict.json}, which only runs with arrivals have,
 * and the {@code fromIntended} member of a label.
 */
final class ArrivalsJson {

  private ArrivalsJson() {}

  static ObjectNode of(RunFigures figures) {
    List<ArrivalCount> arrivals = figures.arrivals();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("planned", arrivals.stream().mapToLong(ArrivalCount::planned).sum());
    node.put("started", arrivals.stream().mapToLong(ArrivalCount::started).sum());
    node.put("dropped", arrivals.stream().mapToLong(ArrivalCount::dropped).sum());
    ArrayNode byGroup = node.putArray("byGroup");
    for (ArrivalCount arrival : arrivals) {
      ObjectNode group = byGroup.addObject();
      group.put("group", arrival.group());
      group.put("planned", arrival.planned());
      group.put("started", arrival.started());
      group.put("dropped", arrival.dropped());
      group.put("maxUsers", arrival.maxUsers());
    }
    putFromIntended(node, figures.all());
    return node;
  }

  /** Left out where no served request began an arrival. */
  static void putFromIntended(ObjectNode node, Summary summary) {
    Distribution timing = summary.timing(TimingMetric.FROM_INTENDED);
    if (timing.count() > 0) {
      ObjectNode figures = node.putObject("fromIntended");
      JsonFigure.elapsed(figures, "p50", timing.percentile(50));
      JsonFigure.elapsed(figures, "p95", timing.percentile(95));
      JsonFigure.elapsed(figures, "p99", timing.percentile(99));
      JsonFigure.elapsed(figures, "max", timing.max());
      figures.put("n", timing.count());
    }
  }
}
