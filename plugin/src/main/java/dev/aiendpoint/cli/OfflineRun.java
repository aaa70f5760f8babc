package dev.aiendpoint.cli;

import dev.aiendpoint.baseline.Baseline;
import dev.aiendpoint.baseline.BaselineEvaluator;
import dev.aiendpoint.baseline.Evaluation;
import dev.aiendpoint.baseline.EvaluationContext;
import dev.aiendpoint.baseline.RunFacts;
import dev.aiendpoint.baseline.RunOrigin;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictBuilder;
import dev.aiendpoint.budget.Budget;
import dev.aiendpoint.budget.BudgetEvaluator;
import dev.aiendpoint.budget.BudgetWatch;
import dev.aiendpoint.classify.ResponseProfiles;
import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.jtl.ReadAhead;
import dev.aiendpoint.jtl.ResultFile;
import dev.aiendpoint.report.RunSettings;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A run that is known by its result file. */
final class OfflineRun {

  private static final String PROFILE = "profile";

  private final Baseline baseline;
  private final CheckOptions options;
  private final OfflineSettings settings;

  OfflineRun(Baseline baseline, CheckOptions options) {
    this.baseline = baseline;
    this.options = options;
    this.settings = new OfflineSettings(options.settings(), options.jtl());
  }

  /**
   * Reads the file and holds it against the baseline; empty when it holds no sample.
   *
   * @throws IllegalArgumentException when a setting cannot be used
   */
  Optional<RunVerdict> verdict() throws IOException {
    RunOrigin.scaleOf(options.settings());
    RunRecorder recorder = RunRecorder.ofFile(baseline.goodput(), baseline.circuitGroups());
    Optional<BudgetWatch> budget =
        settings
            .candidate(Budget.SETTING)
            .map(text -> new BudgetWatch(Budget.parse(text, currency(options.settings()))));
    ResultFile file = ReadAhead.read(options.jtl(), consumer(recorder, budget));
    return file.samples() == 0
        ? Optional.empty()
        : Optional.of(verdict(file, recorder.snapshot(), budget));
  }

  private static Consumer<Sample> consumer(RunRecorder recorder, Optional<BudgetWatch> budget) {
    return budget.isEmpty()
        ? recorder::record
        : sample -> {
          recorder.record(sample);
          budget.get().record(sample);
        };
  }

  private RunVerdict verdict(ResultFile file, RunSnapshot figures, Optional<BudgetWatch> budget) {
    Instant first = bound(figures, true);
    Instant last = bound(figures, false);
    Optional<RunSettings> kept = settings.keptBy(baseline.plan(), first, last);
    Instant start = kept.map(RunSettings::startedAt).orElse(first);
    Instant end = kept.map(RunSettings::endedAt).orElse(last);
    Map<String, String> used = settings.with(kept);
    String target = options.jtl().getFileName() + " (result file)";
    EvaluationContext whole = EvaluationContext.offline(used, file.columns(), target);
    EvaluationContext counted = file.hasThreadCounts() ? whole : whole.withoutThreadCounts();
    EvaluationContext context =
        kept.filter(RunSettings::hasArrivals).isPresent() ? counted.withArrivals() : counted;
    Evaluation evaluation = BaselineEvaluator.evaluate(baseline, figures, context);
    List<String> events = new ArrayList<>();
    if (budget.isPresent() && used.containsKey(Budget.SETTING)) {
      BudgetWatch watch = budget.get();
      evaluation =
          file.columns().contains(SampleColumn.COST)
              ? BudgetEvaluator.add(evaluation, watch, figures)
              : BudgetEvaluator.addUndecidable(evaluation, watch);
      watch
          .reached()
          .ifPresent(reached -> events.add(BudgetEvaluator.reason(watch, reached, start)));
    }
    events.addAll(file.remarks());
    events.addAll(settings.remarks(used));
    RunFacts facts =
        new RunFacts(target, start, end, currency(used), events, new RunOrigin("", used, Map.of()));
    return VerdictBuilder.build(baseline, evaluation, figures, facts);
  }

  private static Instant bound(RunSnapshot figures, boolean first) {
    LongStream bounds =
        Stream.of(
                figures.select(Scope.ALL),
                figures.select(Scope.ofOperation(OperationClass.CONTROL)))
            .map(part -> first ? part.firstStartMillis() : part.lastEndMillis())
            .flatMapToLong(OptionalLong::stream);
    return Instant.ofEpochMilli((first ? bounds.min() : bounds.max()).orElse(0));
  }

  private String currency(Map<String, String> used) {
    String profile = used.getOrDefault(PROFILE, baseline.profile());
    try {
      return profile.isBlank() ? "" : ResponseProfiles.load(profile, folders()).currency();
    } catch (InvalidFileException e) {
      return "";
    }
  }

  /** Where a profile's file may lie: here, with the baseline, or in the folder above it. */
  private List<Path> folders() {
    Path data = options.baseline().toAbsolutePath().getParent();
    return Stream.of(Path.of("").toAbsolutePath(), data, data.getParent())
        .filter(Objects::nonNull)
        .toList();
  }
}
