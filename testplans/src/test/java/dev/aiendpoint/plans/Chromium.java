package dev.aiendpoint.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/**
 * A headless Chromium with one page, driven through its DevTools protocol. Not thread-safe.
 *
 * <p>What the page's policy forbids to the page is still allowed here: scripts that are evaluated
 * come from outside.
 */
final class Chromium implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long LIMIT_SECONDS = 60;

  private final Path profile;
  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch loaded = new CountDownLatch(1);

  private Chromium(Path profile, Process process) throws Exception {
    this.profile = profile;
    this.process = process;
    HttpClient http = HttpClient.newHttpClient();
    this.socket =
        http.newWebSocketBuilder()
            .buildAsync(pageAddress(profile, process), new Receiver())
            .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    call("Page.enable", Map.of());
    call("Log.enable", Map.of());
    call("Runtime.enable", Map.of());
  }

  static Chromium start() throws Exception {
    Path program =
        new SystemPackage("chromium", List.of("chromium", "chromium-browser", "google-chrome"))
            .program();
    Path profile = Files.createTempDirectory("chromium");
    List<String> command = new ArrayList<>(List.of(program.toString(), "--headless"));
    command.addAll(
        List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("output.txt").toFile())
            .start();
    return new Chromium(profile, process);
  }

  /** Chromium writes the port that it took into its profile once it listens. */
  private static URI pageAddress(Path profile, Process process) throws Exception {
    Path file = profile.resolve("DevToolsActivePort");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!Files.exists(file) || Files.size(file) == 0) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError(
            "Chromium did not start:\n" + Files.readString(profile.resolve("output.txt")));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    String base = "http://127.0.0.1:" + Files.readAllLines(file).get(0) + "/json";
    try (var in = URI.create(base).toURL().openStream()) {
      for (JsonNode target : MAPPER.readTree(in)) {
        if (target.path("type").asText().equals("page")) {
          return URI.create(target.path("webSocketDebuggerUrl").asText());
        }
      }
    }
    throw new AssertionError("Chromium has no page");
  }

  /** Opens a page and waits until it and its pictures are there. */
  void open(URI address, int width, boolean dark) throws Exception {
    open(address, width, dark, "");
  }

  /** Opens a page as paper sees it, of a reader who likes it dark on the screen. */
  void openForPaper(URI address, int width) throws Exception {
    open(address, width, true, "print");
  }

  private void open(URI address, int width, boolean dark, String media) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    complaints.clear();
    loaded = new CountDownLatch(1);
    call("Page.navigate", Map.of("url", address.toString()));
    if (!loaded.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError(address + " did not load");
    }
  }

  /** What the console says since the page was opened: violations of its policy among it. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** The value of an expression. */
  JsonNode evaluate(String expression) throws Exception {
    JsonNode answer =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** The whole page, beyond the window too. */
  BufferedImage picture() throws Exception {
    JsonNode answer =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    byte[] png = Base64.getDecoder().decode(answer.path("data").asText());
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** The page as a PDF of A4 pages. */
  byte[] pdf() throws Exception {
    JsonNode answer = call("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69));
    return Base64.getDecoder().decode(answer.path("data").asText());
  }

  private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
    int id = ids.incrementAndGet();
    ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
    message.set("params", MAPPER.valueToTree(parameters));
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    calls.put(id, answer);
    socket.sendText(message.toString(), true).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    JsonNode result = answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (result.has("error")) {
      throw new AssertionError(method + ": " + result.path("error"));
    }
    return result.path("result");
  }

  private void received(JsonNode message) {
    if (message.has("id")) {
      calls.remove(message.path("id").asInt()).complete(message);
    }
    switch (message.path("method").asText()) {
      case "Page.loadEventFired" -> loaded.countDown();
      case "Log.entryAdded" ->
          complaints.add(message.path("params").path("entry").path("text").asText());
      case "Runtime.consoleAPICalled", "Runtime.exceptionThrown" ->
          complaints.add(message.path("params").toString());
      default -> {
        // Progress of loading, of which only the end matters.
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    // Not waitFor, which would make every user of a try block handle an interruption.
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
    try (var files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        // A child of Chromium may still be cleaning up.
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      System.out.println(profile + " is left: " + e);
    }
  }

  private final class Receiver implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        try {
          received(MAPPER.readTree(whole));
        } catch (IOException e) {
          complaints.add("not JSON: " + whole);
        }
      }
      from.request(1);
      return null;
    }
  }
}
