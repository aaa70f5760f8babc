package dev.aiendpoint.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.assertions.ResponseAssertion;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.protocol.http.control.Header;
import org.apache.jmeter.protocol.http.control.HeaderManager;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerBase;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerProxy;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AI Request in plans that JMeter's own engine runs, seen through its CSV result file. */
class AiRequestEngineIT {

  @TempDir private Path folder;

  @BeforeEach
  void prepare() {
    JMeterHome.use();
  }

  @Test
  void shouldWriteARowForEachSampleWithAllColumnsAndNoSecret() throws Exception {
    String good = AiRequestIT.recorded("openai-chat/text.sse");
    String bad = AiRequestIT.recorded("anthropic/overloaded.sse");
    FaultServer.Script script =
        call -> {
          switch (call.path()) {
            case "/good" -> AiRequestIT.paced(call, good);
            case "/bad" -> AiRequestIT.paced(call, bad);
            case "/moved" -> call.whole("302 F", "text/plain", "", "Location: /json");
            default ->
                call.whole(
                    "200 OK", "application/json", "{\"answer\":\"hi\"}", "X-Cache-Hit: true");
          }
        };
    try (FaultServer server = FaultServer.start(script)) {
      List<Map<String, String>> rows =
          run(
              defaults(server),
              secrets(),
              request("AI good", "/good"),
              request("AI bad", "/bad"),
              request("AI moved", "/moved"),
              stock("READ stock", "/json"));

      assertThat(server.calls()).hasSize(5);
      assertThat(server.calls())
          .allSatisfy(call -> assertThat(call.header("Cookie")).contains("a=very-secret"));
      assertThat(rows)
          .extracting(row -> row.get("label"))
          .as("no sub-results")
          .containsExactly("AI good", "AI bad", "AI moved", "READ stock");
      assertThat(rows.get(0))
          .containsEntry("success", "true")
          .containsEntry("ai_outcome", "GENERATED")
          .containsEntry("ai_cache", "")
          .containsEntry("ai_circuit", "CLOSED inferred")
          .containsEntry("ai_tokens_in", "19")
          .containsEntry("ai_tokens_out", "4")
          .containsEntry("ai_phase", "")
          .containsEntry("ai_cost", "");
      for (String column : List.of("ai_ttft_ms", "ai_tpot_ms", "ai_icl_max_ms")) {
        assertThat(Double.parseDouble(rows.get(0).get(column))).as(column).isPositive();
      }
      assertThat(rows.get(1))
          .containsEntry("success", "false")
          .containsEntry("responseCode", "200")
          .containsEntry("ai_outcome", "STREAM_ERROR")
          .containsEntry("ai_tokens_in", "25");
      assertThat(rows.get(1).get("failureMessage"))
          .startsWith("STREAM_ERROR: ")
          .contains("Overloaded");
      assertThat(rows.get(2))
          .containsEntry("success", "true")
          .containsEntry("ai_ttft_ms", "")
          .containsEntry("ai_tokens_in", "");
      assertThat(Files.readString(folder.resolve("run.csv"))).doesNotContain("very-secret");
    }
  }

  @Test
  void shouldLeaveAssertionsTheirSayOnTheReassembledText() throws Exception {
    String good = AiRequestIT.recorded("openai-chat/text.sse");
    try (FaultServer server = FaultServer.start(call -> AiRequestIT.paced(call, good))) {
      ResponseAssertion assertion = new ResponseAssertion();
      assertion.setTestFieldResponseData();
      assertion.setToContainsType();
      assertion.addTestString("no such text");
      List<Map<String, String>> rows =
          run(defaults(server), assertion, request("AI good", "/good"));

      assertThat(rows.get(0))
          .containsEntry("success", "false")
          .containsEntry("ai_outcome", "GENERATED");
      assertThat(rows.get(0).get("failureMessage")).contains("no such text");
    }
  }

  @Test
  void shouldSendNothingToAForeignHost() throws Exception {
    AiRequest foreign = request("AI foreign", "/good");
    foreign.setDomain("load-target.invalid");
    try (FaultServer server = FaultServer.json("{}")) {
      List<Map<String, String>> rows = run(defaults(server), foreign, request("AI next", "/good"));

      assertThat(rows).isEmpty();
      assertThat(server.calls()).isEmpty();
    }
  }

  private List<Map<String, String>> run(TestElement... elements) throws Exception {
    TestPlan plan = new TestPlan("plan");
    LoopController once = new LoopController();
    once.setLoops(1);
    once.setContinueForever(false);
    once.initialize();
    ThreadGroup group = new ThreadGroup();
    group.setName("users");
    group.setNumThreads(1);
    group.setRampUp(0);
    group.setSamplerController(once);
    HashTree tree = new ListedHashTree();
    HashTree below = tree.add(plan).add(group);
    for (TestElement element : elements) {
      element.setEnabled(true);
      below.add(element);
    }
    ResultCollector results = new ResultCollector();
    Path file = folder.resolve("run.csv");
    results.setFilename(file.toString());
    below.add(results);
    StandardJMeterEngine engine = new StandardJMeterEngine();
    engine.configure(tree);
    engine.run();
    return rows(Files.readAllLines(file));
  }

  /** Enough of CSV for what is written here: quotes around a field, doubled inside. */
  private static List<Map<String, String>> rows(List<String> lines) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      List<String> names = fields(lines.get(0));
      List<String> values = fields(line);
      assertThat(values).as(line).hasSameSizeAs(names);
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), values.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + ",").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    return fields;
  }

  private static ConfigTestElement defaults(FaultServer server) {
    ConfigTestElement defaults = new ConfigTestElement();
    defaults.setProperty(
        TestElement.GUI_CLASS, "org.apache.jmeter.protocol.http.config.gui.HttpDefaultsGui");
    defaults.setProperty(HTTPSamplerBase.DOMAIN, "127.0.0.1");
    defaults.setProperty(HTTPSamplerBase.PORT, Integer.toString(server.port()));
    defaults.setProperty(HTTPSamplerBase.PROTOCOL, "http");
    return defaults;
  }

  private static HeaderManager secrets() {
    HeaderManager headers = new HeaderManager();
    headers.setProperty(TestElement.GUI_CLASS, "org.apache.jmeter.protocol.http.gui.HeaderPanel");
    headers.add(new Header("Authorization", "Bearer very-secret"));
    headers.add(new Header("Cookie", "a=very-secret"));
    return headers;
  }

  /** A sampler that has its path from itself and the rest from the defaults. */
  private static AiRequest request(String label, String path) {
    AiRequest request = new AiRequest();
    request.setName(label);
    request.setPath(path);
    request.setMethod("GET");
    request.setFollowRedirects(true);
    request.setProperty(AiRequest.PROFILE, "generic");
    request.setProperty(AiRequest.DEADLINE_MILLIS, "10000");
    return request;
  }

  private static HTTPSamplerProxy stock(String label, String path) {
    HTTPSamplerProxy stock = new HTTPSamplerProxy("HttpClient4");
    stock.setName(label);
    stock.setPath(path);
    stock.setMethod("GET");
    return stock;
  }
}
