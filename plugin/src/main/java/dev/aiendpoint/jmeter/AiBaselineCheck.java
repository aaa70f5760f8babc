package dev.aiendpoint.jmeter;

import dev.aiendpoint.baseline.Baseline;
import dev.aiendpoint.baseline.BaselineReader;
import dev.aiendpoint.baseline.RunOrigin;
import dev.aiendpoint.json.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.Remoteable;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.TestStateListener;

/**
 * A listener that holds the results of a run against a checked-in baseline.
 *
 * <p>Before the first request it validates the whole baseline file and refuses the run when
 * anything is wrong with it. While the test runs it counts, prints progress and stops the test
 * early where a threshold says so. In the end it prints the verdict, writes its files and,
 * headless, sets the exit code; a run that gets no verdict never exits with 0.
 */
public class AiBaselineCheck extends AbstractTestElement
    implements FinishedSamples, TestStateListener, NoThreadClone, Remoteable {

  public static final String BASELINE = "AiBaselineCheck.baseline";
  public static final String RUN_DIR = "AiBaselineCheck.runDir";

  /** Empty: {@code data/baselines/<plan>.json}. */
  public static final String DEFAULT_BASELINE = "${__P(ai.baseline,)}";

  public static final String DEFAULT_RUN_DIR = "${__P(run.dir,target/runs)}";

  private static final AtomicBoolean PREPARED = new AtomicBoolean();

  static {
    Settings.publish();
  }

  private transient volatile BaselineRun run;

  /**
   * JMeter calls this before any element hears that the test starts: the last moment to move the
   * old result file away, and the first from which an end without a verdict must not look like
   * success.
   */
  @Override
  public void setRunningVersion(boolean running) {
    super.setRunningVersion(running);
    if (running && JMeter.isNonGUI() && PREPARED.compareAndSet(false, true)) {
      RunExit.arm();
      RunHistory.makeRoom(runFolder());
    }
  }

  private Path runFolder() {
    return RunFolder.of(getPropertyAsString(RUN_DIR).trim());
  }

  @Override
  public void testStarted() {
    if (!JMeter.isNonGUI()) {
      RunHistory.makeRoom(runFolder());
    }
    requireScales();
    Baseline baseline = readBaseline();
    BaselineRun started =
        new BaselineRun(
            baseline, runFolder(), BudgetSetting.read(Settings.get("profile", baseline.profile())));
    started.start();
    run = started;
  }

  private static void requireScales() {
    try {
      RunOrigin.scaleOf(Settings.all());
    } catch (IllegalArgumentException e) {
      RunExit.refuse(e.getMessage());
    }
  }

  private Baseline readBaseline() {
    String name = getPropertyAsString(BASELINE).trim();
    if (name.isEmpty()) {
      name = "data/baselines/" + ProjectFiles.planName() + ".json";
    }
    Optional<Path> file = ProjectFiles.find(name);
    if (file.isEmpty()) {
      RunExit.refuse(ProjectFiles.notFound("baseline", name));
    }
    Baseline baseline = null;
    try {
      baseline = BaselineReader.read(name, Files.readString(file.get()));
    } catch (InvalidFileException e) {
      RunExit.refuse(
          "the baseline has "
              + (e.problems().size() == 1 ? "a problem:" : e.problems().size() + " problems:")
              + "\n"
              + e.getMessage());
    } catch (IOException e) {
      RunExit.refuse("baseline " + file.get() + " cannot be read: " + e.getMessage());
    }
    return baseline;
  }

  @Override
  public void sampleOccurred(SampleEvent event) {
    BaselineRun current = run;
    if (current != null) {
      current.record(event);
    }
  }

  @Override
  public void testStarted(String host) {
    testStarted();
  }

  @Override
  public void testEnded() {
    BaselineRun ended = run;
    run = null;
    if (ended != null && !RunExit.isRefused()) {
      ended.end();
    }
  }

  @Override
  public void testEnded(String host) {
    testEnded();
  }
}
