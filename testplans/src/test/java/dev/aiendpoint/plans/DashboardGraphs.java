package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what JMeter's own dashboard draws on its page of custom graphs. */
final class DashboardGraphs {

  private static final Pattern DATA =
      Pattern.compile("var response(\\w+)Infos = \\{\\s*data: (\\{.*?}),\\s*getOptions");

  private DashboardGraphs() {}

  /** Folder of the latest dashboard of a plan that Maven made. */
  static Path latest(Path reports, String plan) throws IOException {
    try (Stream<Path> calls = Files.list(reports)) {
      return calls
          .max(Comparator.comparing(call -> call.getFileName().toString()))
          .map(call -> call.resolve(plan))
          .orElseThrow(() -> new AssertionError("no dashboard in " + reports));
    }
  }

  /** The means that each graph is drawn from, by the graph's id. */
  static Map<String, double[]> means(Path dashboard) throws IOException {
    assertThat(dashboard.resolve("index.html")).exists();
    String script = Files.readString(dashboard.resolve("content/js/customGraph.js"));
    Map<String, double[]> means = new LinkedHashMap<>();
    Matcher data = DATA.matcher(script.replace("\n", " "));
    while (data.find()) {
      JsonNode series = new ObjectMapper().readTree(data.group(2)).path("result").path("series");
      means.put(
          data.group(1),
          StreamSupport.stream(series.path(0).path("data").spliterator(), false)
              .mapToDouble(point -> point.path(1).asDouble())
              .toArray());
    }
    return means;
  }
}
