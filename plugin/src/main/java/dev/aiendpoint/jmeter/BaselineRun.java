package dev.aiendpoint.jmeter;

import dev.aiendpoint.baseline.AbortWatch;
import dev.aiendpoint.baseline.Baseline;
import dev.aiendpoint.baseline.BaselineEvaluator;
import dev.aiendpoint.baseline.Evaluation;
import dev.aiendpoint.baseline.EvaluationContext;
import dev.aiendpoint.baseline.RunFacts;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictBuilder;
import dev.aiendpoint.budget.Budget;
import dev.aiendpoint.budget.BudgetEvaluator;
import dev.aiendpoint.budget.BudgetWatch;
import dev.aiendpoint.exchange.ContentTimings;
import dev.aiendpoint.jmeter.threads.IterationStart;
import dev.aiendpoint.report.ColourSupport;
import dev.aiendpoint.report.ConsoleTable;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.stats.ArrivalCount;
import dev.aiendpoint.stats.LiveFacts;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a plan from its start to its verdict. Samples may be recorded from any thread. */
final class BaselineRun {

  private static final Logger LOG = LoggerFactory.getLogger(BaselineRun.class);

  private final Baseline baseline;
  private final Path folder;
  private final Instant startedAt = Instant.now();
  private final RunRecorder recorder;
  private final SampleEvents events = new SampleEvents();
  private final BrokenRunWatch brokenWatch = new BrokenRunWatch();
  private final StreamBursts bursts = new StreamBursts();
  private final AtomicReference<String> stoppedEarly = new AtomicReference<>();
  private final LiveProgress progress;
  private final Optional<BudgetWatch> budgetWatch;
  private AbortWatch abortWatch;

  /**
   * @param budget what the run may cost; empty for no limit
   */
  BaselineRun(Baseline baseline, Path folder, Optional<Budget> budget) {
    this.baseline = baseline;
    this.folder = folder;
    this.budgetWatch = budget.map(BudgetWatch::new);
    this.recorder = new RunRecorder(baseline.goodput(), baseline.circuitGroups());
    recorder.countArrivals(BaselineRun::arrivals);
    this.progress = new LiveProgress(recorder, this::watchForBreach);
  }

  void start() {
    brokenWatch.start();
    abortWatch = new AbortWatch(baseline, context());
    progress.start();
  }

  private static EvaluationContext context() {
    return EvaluationContext.live(Settings.all(), Settings.get("target.description", ""));
  }

  void record(SampleEvent event) {
    if (!SampleEvents.isTransaction(event)) {
      Sample sample = events.read(event);
      recorder.record(sample, facts(event.getResult(), sample));
      bursts.record(sample.outcome(), timings(event.getResult()));
      recorder.recordLimit(
          sample,
          event.getResult().getThreadName(),
          HttpExchanges.announcement(event.getResult(), sample));
      budgetWatch.ifPresent(watch -> watchBudget(watch, sample));
    }
  }

  /** At every sample, so that no more is spent than the requests already under way will cost. */
  private void watchBudget(BudgetWatch watch, Sample sample) {
    if (watch.record(sample)) {
      stop(BudgetEvaluator.reason(watch, watch.reached().orElseThrow(), startedAt));
    }
  }

  private void stop(String reason) {
    if (stoppedEarly.compareAndSet(null, reason)) {
      progress.say(reason);
      StandardJMeterEngine.stopEngine();
    }
  }

  private static ContentTimings timings(SampleResult result) {
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    return variables == null ? ContentTimings.NONE : AiVariables.timings(result, variables);
  }

  private static LiveFacts facts(SampleResult result, Sample sample) {
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    if (variables == null) {
      return LiveFacts.NONE;
    }
    LiveFacts facts = AiVariables.facts(result, variables);
    if (sample.operation() == OperationClass.CONTROL) {
      return facts;
    }
    OptionalDouble wait = IterationStart.waitOf(result, variables);
    return wait.isEmpty()
        ? facts
        : facts.withFromIntended(OptionalDouble.of(wait.getAsDouble() + sample.elapsedMillis()));
  }

  private static List<ArrivalCount> arrivals() {
    return PhasedThreadGroup.reports().stream()
        .filter(report -> report.arrivals() > 0)
        .map(
            report ->
                new ArrivalCount(
                    report.group(), report.arrivals(), report.dropped(), report.maxUsers()))
        .toList();
  }

  /** Called now and then while the test runs. */
  private void watchForBreach(long nowNanos) {
    if (abortWatch.isNeeded() && stoppedEarly.get() == null) {
      abortWatch.observe(recorder.snapshot(), nowNanos).ifPresent(this::stop);
    }
  }

  /** Gives the verdict, or says why there is none. */
  void end() {
    progress.stop();
    brokenWatch.stop();
    recorder.add(AiCircuitMonitor.findings());
    RunSnapshot figures = recorder.snapshot();
    Optional<String> noVerdict =
        brokenWatch.broken().or(() -> nothingRan(figures)).or(BaselineRun::loadNotDelivered);
    if (noVerdict.isPresent()) {
      progress.say(
          "NO VERDICT "
              + baseline.plan()
              + ": "
              + noVerdict.get()
              + "\n(exit "
              + RunExit.NO_VERDICT
              + "; details in JMeter's log)");
      return;
    }
    RunVerdict verdict = verdict(figures);
    List<Path> files = RunFiles.write(folder, verdict, LOG);
    Settings.find("ai.jtl")
        .map(Path::of)
        .ifPresent(jtl -> RunFiles.keepResultFile(folder, jtl, LOG));
    progress.say(new ConsoleTable(isColoured()).write(verdict, files));
    RunExit.verdict(verdict.verdict().isAccepted());
  }

  private static List<String> droppedArrivals() {
    return PhasedThreadGroup.reports().stream()
        .filter(report -> report.dropped() > 0)
        .map(
            report ->
                report.dropped()
                    + " of "
                    + report.arrivals()
                    + " arrivals of thread group '"
                    + report.group()
                    + "' found no free user among "
                    + report.maxUsers()
                    + ": the load was less than planned")
        .toList();
  }

  /** A load that was not what the plan says gives no figures to judge. */
  private static Optional<String> loadNotDelivered() {
    return PhasedThreadGroup.reports().stream()
        .filter(report -> report.failure().isPresent())
        .map(report -> "thread group '" + report.group() + "': " + report.failure().get())
        .findFirst();
  }

  private static Optional<String> nothingRan(RunSnapshot figures) {
    long control = figures.select(Scope.ofOperation(OperationClass.CONTROL)).samples();
    return figures.select(Scope.ALL).samples() + control == 0
        ? Optional.of("the run ended with 0 samples")
        : Optional.empty();
  }

  private RunVerdict verdict(RunSnapshot figures) {
    EvaluationContext context = context();
    Evaluation ofBaseline = BaselineEvaluator.evaluate(baseline, figures, context);
    Evaluation evaluation =
        budgetWatch
            .map(watch -> BudgetEvaluator.add(ofBaseline, watch, figures))
            .orElse(ofBaseline);
    List<String> disturbances = new ArrayList<>();
    Optional.ofNullable(stoppedEarly.get()).ifPresent(disturbances::add);
    disturbances.addAll(droppedArrivals());
    bursts.reason().ifPresent(disturbances::add);
    RunFacts facts =
        new RunFacts(
            context.target(),
            startedAt,
            Instant.now(),
            ResponseSettings.currencyOf(Settings.get("profile", baseline.profile())),
            disturbances,
            Launch.origin(context.target()));
    return VerdictBuilder.build(baseline, evaluation, figures, facts);
  }

  private static boolean isColoured() {
    return JMeter.isNonGUI() && ColourSupport.ofStandardOutput();
  }
}
