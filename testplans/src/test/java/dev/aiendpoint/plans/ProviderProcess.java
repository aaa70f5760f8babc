package dev.aiendpoint.plans;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The fault-injecting AI provider alone, as a process of its own. */
final class ProviderProcess implements AutoCloseable {

  private final Process process;
  private final URI baseUrl;
  private final URI controlUrl;

  private ProviderProcess(Process process, URI baseUrl, URI controlUrl) {
    this.process = process;
    this.baseUrl = baseUrl;
    this.controlUrl = controlUrl;
  }

  /** Starts it on a free port; it ends with this JVM. */
  static ProviderProcess start(String... settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(JMeterProcess.JAVA, "-Xmx128m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+UseSerialGC", "-jar", System.getProperty("standin.jar")));
    command.addAll(List.of("provider", "--end-with-parent"));
    command.addAll(List.of(settings));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String ready =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (ready == null) {
      throw new IOException("the provider did not start");
    }
    String[] words = ready.split(" ");
    return new ProviderProcess(process, URI.create(words[1]), URI.create(words[3]));
  }

  URI baseUrl() {
    return baseUrl;
  }

  URI controlUrl() {
    return controlUrl;
  }

  /** Its log, as JSON. */
  String log() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(controlUrl + "/log")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
