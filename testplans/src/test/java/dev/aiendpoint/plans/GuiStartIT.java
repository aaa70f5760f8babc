package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * JMeter with its windows, on a screen in memory. When it opens a plan it takes every element
 * through its form, so that a form that fails shows in its log.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class GuiStartIT {

  private static final Path SMOKE = JMeterProcess.ROOT.resolve("testplans/smoke-test.jmx");
  private static final Pattern OUR_FORM = Pattern.compile("guiclass=\"(dev\\.aiendpoint[^\"]+)\"");
  private static final long OPEN_SECONDS = 120;

  /** The long runs go on while JMeter's window is awaited; whichever class is first starts them. */
  @BeforeAll
  static void startTheLongRuns() {
    TrafficRuns.start();
  }

  @Test
  void shouldOpenTheSmokePlanWithoutErrors() throws Exception {
    Path folder = JMeterProcess.folder("gui-smoke-test");

    List<String> log = open(SMOKE, folder);

    assertThat(errors(log)).isEmpty();
    assertThat(log).anyMatch(line -> line.endsWith("SaveService: Loading file: " + SMOKE));
    assertThat(forms(SMOKE)).hasSizeGreaterThan(4).allMatch(form -> shows(log, form));
    assertThat(ImageIO.read(folder.resolve("window.png").toFile()).getWidth()).isGreaterThan(640);
  }

  /** So that a log without errors says something. */
  @Test
  void shouldShowInTheLogThatAnElementIsNotKnown() throws Exception {
    Path folder = JMeterProcess.folder("gui-unknown-element");
    Path plan = folder.resolve("unknown-element.jmx");
    Files.writeString(
        plan, Files.readString(SMOKE).replace("jmeter.AiThinkTime", "jmeter.NoSuchElement"));

    assertThat(errors(open(plan, folder))).isNotEmpty();
  }

  /** Opens a plan, leaves a picture of the window in the folder, and gives JMeter's log. */
  private static List<String> open(Path plan, Path folder)
      throws IOException, InterruptedException {
    Path picture = folder.resolve("window.png");
    Files.deleteIfExists(picture);
    Path log = folder.resolve("jmeter.log");
    Files.deleteIfExists(log);
    Set<String> forms = forms(plan);
    try (VirtualScreen screen = VirtualScreen.open()) {
      Process jmeter =
          screen.onto(JMeterProcess.gui(folder, plan, Map.of("onload.expandtree", "true"))).start();
      try {
        await(
            jmeter,
            log,
            lines ->
                !errors(lines).isEmpty() || forms.stream().allMatch(form -> shows(lines, form)));
        Process camera = screen.onto(ScreenPicture.program(picture)).inheritIO().start();
        assertThat(camera.waitFor()).as("exit code of the camera").isZero();
        assertThat(jmeter.isAlive()).as("JMeter is still there").isTrue();
        // Read while JMeter runs: its logging may begin a new file when it is ended.
        return Files.readAllLines(log);
      } finally {
        jmeter.destroy();
        if (!jmeter.waitFor(20, TimeUnit.SECONDS)) {
          jmeter.destroyForcibly();
        }
      }
    }
  }

  private static void await(Process jmeter, Path log, Predicate<List<String>> complete)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(OPEN_SECONDS);
    while (!Files.exists(log) || !complete.test(Files.readAllLines(log))) {
      assertThat(jmeter.isAlive()).as("JMeter is still there").isTrue();
      assertThat(System.nanoTime()).as("JMeter opens the plan in time, see " + log).isLessThan(end);
      Thread.sleep(500);
    }
  }

  /** The forms of this plugin that a plan needs. */
  private static Set<String> forms(Path plan) throws IOException {
    return OUR_FORM
        .matcher(Files.readString(plan))
        .results()
        .map((MatchResult form) -> form.group(1))
        .collect(Collectors.toSet());
  }

  private static boolean shows(List<String> log, String form) {
    return log.stream().anyMatch(line -> line.contains("Gui retrieved = " + form + "["));
  }

  private static List<String> errors(List<String> log) {
    return log.stream().filter(line -> line.matches("\\S+ \\S+ (ERROR|FATAL) .*")).toList();
  }
}
