package dev.aiendpoint.jmeter;

import dev.aiendpoint.jmeter.threads.PhaseSource;
import dev.aiendpoint.jmeter.threads.PhaseVariable;
import dev.aiendpoint.jmeter.threads.PhasedRun;
import dev.aiendpoint.jmeter.threads.PhasedRuns;
import dev.aiendpoint.jmeter.threads.UserIterations;
import dev.aiendpoint.jmeter.threads.UserThreads;
import dev.aiendpoint.phase.LoadScale;
import dev.aiendpoint.phase.PhaseProgress;
import dev.aiendpoint.phase.PhaseRow;
import dev.aiendpoint.phase.PhasedLoad;
import dev.aiendpoint.phase.PhasedLoadParser;
import dev.aiendpoint.phase.PhasedLoadReport;
import dev.aiendpoint.phase.PhasedLoadText;
import java.util.ArrayList;
import java.util.List;
import org.apache.jmeter.control.Controller;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.samplers.SampleMonitor;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.testelement.property.CollectionProperty;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.property.MultiProperty;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jmeter.threads.ListenerNotifier;
import org.apache.jorphan.collections.ListedHashTree;

/**
 * A thread group that follows a table of named phases, each with a number of users or an arrival
 * rate.
 *
 * <p>Settings are texts, so that every cell may hold variables and functions. They are checked as a
 * whole before the first request; a mistake refuses the run. Each sample's phase is in the variable
 * {@code ai_phase}; an arrival's intended start in {@code ai_intended_start_ms}.
 *
 * <p>JMeter clones a group for each user, so the state of the run is shared between clones and all
 * else lives in properties. Thread rule: JMeter's own.
 */
public class PhasedThreadGroup extends AbstractThreadGroup
    implements SampleMonitor, TestStateListener, PhaseSource {

  private static final long serialVersionUID = 1L;

  // Property names stand in users' plans and never change.
  /** Rows of {@link PhaseRow}'s cells in order. */
  public static final String PHASES = "PhasedThreadGroup.phases";

  public static final String GRACEFUL_LIMIT = "PhasedThreadGroup.graceful_limit";
  public static final String MAX_USERS = "PhasedThreadGroup.max_users";
  public static final String ARRIVALS = "PhasedThreadGroup.arrivals";
  public static final String SEED = "PhasedThreadGroup.seed";

  public static final String DEFAULT_GRACEFUL_LIMIT = PhasedLoadText.DEFAULT_GRACEFUL_LIMIT;
  public static final String DEFAULT_MAX_USERS = PhasedLoadText.DEFAULT_MAX_USERS;
  public static final String DEFAULT_ARRIVALS = PhasedLoadText.EVEN;

  static {
    Settings.publish();
  }

  private transient volatile PhasedRun run;
  private transient UserIterations iterations;

  // ---- settings

  /** The phase table as typed, or as evaluated while a test runs. */
  public List<PhaseRow> getRows() {
    List<PhaseRow> rows = new ArrayList<>();
    if (getProperty(PHASES) instanceof CollectionProperty table) {
      for (JMeterProperty row : table) {
        List<String> cells = new ArrayList<>();
        if (row instanceof MultiProperty columns) {
          columns.forEach(cell -> cells.add(evaluated(cell.getStringValue())));
        }
        while (cells.size() < 4) {
          cells.add("");
        }
        rows.add(new PhaseRow(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
      }
    }
    return rows;
  }

  /** No rows are no property. */
  public void setRows(List<PhaseRow> rows) {
    if (rows.isEmpty()) {
      removeProperty(PHASES);
      return;
    }
    CollectionProperty table = new CollectionProperty(PHASES, new ArrayList<>());
    for (PhaseRow row : rows) {
      table.addItem(List.of(row.name(), row.level(), row.length(), row.ramp()));
    }
    setProperty(table);
  }

  /** All settings as typed, or as evaluated while a test runs. */
  public PhasedLoadText getLoadText() {
    return new PhasedLoadText(
        getRows(),
        text(GRACEFUL_LIMIT, DEFAULT_GRACEFUL_LIMIT),
        text(MAX_USERS, DEFAULT_MAX_USERS),
        text(ARRIVALS, DEFAULT_ARRIVALS),
        text(SEED, ""));
  }

  public void setLoadText(PhasedLoadText text) {
    setRows(text.rows());
    setProperty(GRACEFUL_LIMIT, text.gracefulLimit());
    setProperty(MAX_USERS, text.maxUsers());
    setProperty(ARRIVALS, text.arrivals());
    setProperty(SEED, text.seed(), "");
  }

  private String text(String key, String otherwise) {
    return evaluated(getPropertyAsString(key, otherwise));
  }

  /**
   * JMeter leaves some texts unevaluated, such as those set by code rather than read from a plan.
   */
  private String evaluated(String text) {
    return isRunningVersion() && text.contains("${") ? new CompoundVariable(text).execute() : text;
  }

  private PhasedLoadParser.Result parse() {
    return PhasedLoadParser.parse(
        getLoadText(),
        Settings.get(LoadScale.DURATION_SETTING, ""),
        Settings.get(LoadScale.USERS_SETTING, ""));
  }

  private PhasedLoad loadOrRefuse() {
    PhasedLoadParser.Result result = parse();
    List<String> problems = new ArrayList<>(result.problems());
    try {
      userThreads();
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    if (!problems.isEmpty()) {
      String where = "thread group '" + getName() + "', ";
      RunExit.refuse(where + String.join("\n" + where, problems));
    }
    return result.load().orElseThrow();
  }

  private static UserThreads userThreads() {
    return UserThreads.parse(Settings.get(UserThreads.PROPERTY, ""));
  }

  /** Most users that may run at once; 0 while the settings are wrong. */
  @Override
  public int getNumThreads() {
    PhasedRun current = run;
    return current != null
        ? current.peakUsers()
        : parse().load().map(PhasedLoad::peakUsers).orElse(0);
  }

  // ---- test

  @Override
  public void testStarted() {
    loadOrRefuse();
  }

  @Override
  public void testStarted(String host) {
    testStarted();
  }

  @Override
  public void testEnded() {
    PhasedRun ended = run;
    if (ended != null) {
      PhasedRuns.end(ended);
      run = null;
    }
  }

  @Override
  public void testEnded(String host) {
    testEnded();
  }

  @Override
  public void start(
      int groupNumber,
      ListenerNotifier notifier,
      ListedHashTree threadGroupTree,
      StandardJMeterEngine engine) {
    // Again, not once: setup groups may have changed what the cells evaluate to.
    PhasedLoad load = loadOrRefuse();
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    PhasedRun[] self = new PhasedRun[1];
    PhasedRun started =
        new PhasedRun(
            getName(),
            load,
            userThreads(),
            slot ->
                makeThread(
                    engine,
                    this,
                    self[0].notifier(),
                    groupNumber,
                    slot,
                    cloneTree(threadGroupTree),
                    variables),
            () -> engine.stopTest(false));
    self[0] = started;
    run = started;
    PhasedRuns.add(started, JMeterContextService.getTestStartTime());
    started.start();
  }

  @Override
  public void stop() {
    PhasedRun current = run;
    if (current != null) {
      current.stop(false);
    }
  }

  @Override
  public void tellThreadsToStop() {
    PhasedRun current = run;
    if (current != null) {
      current.stop(true);
    }
  }

  @Override
  public boolean stopThread(String threadName, boolean now) {
    PhasedRun current = run;
    return current != null && current.stopUser(threadName, now);
  }

  @Override
  public boolean verifyThreadsStopped() {
    PhasedRun current = run;
    return current == null || current.awaitEnd(DEFAULT_THREAD_STOP_TIMEOUT);
  }

  @Override
  public void waitThreadsStopped() {
    PhasedRun current = run;
    if (current != null) {
      current.awaitEnd();
    }
  }

  @Override
  public int numberOfActiveThreads() {
    PhasedRun current = run;
    return current == null ? 0 : current.runningUsers();
  }

  @Override
  public JMeterThread addNewThread(int delay, StandardJMeterEngine engine) {
    throw new UnsupportedOperationException(
        "thread group '" + getName() + "': its phase table alone decides how many users run");
  }

  @Override
  public void threadFinished(JMeterThread thread) {
    // The run hears of it when the user's thread is done.
  }

  // ---- users

  @Override
  public Controller getSamplerController() {
    if (iterations == null) {
      iterations = new UserIterations(this::beginIteration);
    }
    return iterations;
  }

  @Override
  public void setSamplerController(LoopController controller) {
    // Users loop as the phases say; a loop count would contradict them.
  }

  private boolean beginIteration() {
    PhasedRun current = run;
    return current != null && current.beginIteration(JMeterContextService.getContext());
  }

  @Override
  public void initialize() {
    getSamplerController().setName(getName());
    getSamplerController().initialize();
  }

  /** Controllers and pre-processors see the phase too, though timers may still carry it on. */
  @Override
  public Sampler next() {
    PhaseVariable.refresh(JMeterContextService.getContext());
    return super.next();
  }

  @Override
  public void sampleStarting(Sampler sampler) {
    PhaseVariable.refresh(JMeterContextService.getContext());
  }

  @Override
  public void sampleEnded(Sampler sampler) {
    // A sample belongs to the phase in which it started.
  }

  @Override
  public String currentPhase() {
    PhasedRun current = run;
    return current == null ? "" : current.currentPhase();
  }

  @Override
  public Object clone() {
    PhasedThreadGroup clone = (PhasedThreadGroup) super.clone();
    clone.run = run;
    return clone;
  }

  // ---- what others may know

  /** Where the phased groups of the running test stand; empty between tests. Thread-safe. */
  public static List<PhaseProgress> active() {
    return PhasedRuns.active();
  }

  /**
   * What became of the phased groups, dropped arrivals included: of the current test or, between
   * tests, the last one. Thread-safe.
   */
  public static List<PhasedLoadReport> reports() {
    return PhasedRuns.reports();
  }
}
