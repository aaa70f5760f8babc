package dev.aiendpoint.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The embedded stand-in, as a child process. A process of its own because JMeter's class path holds
 * other versions of its libraries, and because its garbage must not be collected in the generator's
 * measured time. It ends with this JVM, even after a {@code kill -9}: the child reads its standard
 * input, and the end of that pipe is the end of the parent.
 */
public final class StandInProcess implements AutoCloseable {

  private static final String READY = "READY ";
  private static final String CONTROL = " CONTROL ";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final TargetUrl url;
  private final TargetUrl controlUrl;

  private StandInProcess(Process process, TargetUrl url, TargetUrl controlUrl) {
    this.process = process;
    this.url = url;
    this.controlUrl = controlUrl;
  }

  /**
   * Starts the stand-in and waits until it answers, at most a minute.
   *
   * @param jar the stand-in's runnable jar
   * @param settings settings for it, by their contract names
   * @param log where its standard error goes
   * @throws IOException when it does not start; the message holds what it printed
   */
  public static StandInProcess start(Path jar, Map<String, String> settings, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx512m");
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-jar");
    command.add(jar.toString());
    command.add("--end-with-parent");
    Files.createDirectories(log.toAbsolutePath().getParent());
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    try {
      String ready = readyLine(process, log);
      int control = ready.indexOf(CONTROL);
      if (control < 0) {
        throw new IOException("the stand-in did not say where its AI provider is controlled");
      }
      return new StandInProcess(
          process,
          TargetUrl.parse("stand-in", ready.substring(0, control)),
          TargetUrl.parse("stand-in control", ready.substring(control + CONTROL.length())));
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static String readyLine(Process process, Path log) throws IOException {
    CompletableFuture<String> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> readOutput(process, ready), "stand-in output");
    reader.setDaemon(true);
    reader.start();
    try {
      return ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("the stand-in did not answer within " + START_LIMIT.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw new IOException(
          "the stand-in did not start: " + e.getCause().getMessage() + lastLines(log));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the stand-in was starting");
    }
  }

  /** Reads to the end, so that the child can never block on a full pipe. */
  private static void readOutput(Process process, CompletableFuture<String> ready) {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(READY)) {
          ready.complete(line.substring(READY.length()).trim());
        }
      }
      ready.completeExceptionally(new IOException("it ended before it was ready"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  private static String lastLines(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.isEmpty()
          ? ""
          : "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }

  public TargetUrl url() {
    return url;
  }

  /** The base of its AI provider's control API. */
  public TargetUrl controlUrl() {
    return controlUrl;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the process: asks first, insists after two seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
