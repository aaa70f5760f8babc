package dev.aiendpoint.cli;

import dev.aiendpoint.baseline.Baseline;
import dev.aiendpoint.baseline.BaselineEvaluator;
import dev.aiendpoint.baseline.Evaluation;
import dev.aiendpoint.baseline.EvaluationContext;
import dev.aiendpoint.baseline.RunFacts;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictBuilder;
import dev.aiendpoint.classify.ResponseProfiles;
import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.jtl.ResultFile;
import dev.aiendpoint.jtl.ResultFileReader;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A run that is known by its result file alone. */
final class OfflineRun {

  private final Baseline baseline;
  private final CheckOptions options;

  OfflineRun(Baseline baseline, CheckOptions options) {
    this.baseline = baseline;
    this.options = options;
  }

  /**
   * Reads the file and holds it against the baseline; empty when it holds no sample.
   *
   * @throws IllegalArgumentException when a setting cannot be used
   */
  Optional<RunVerdict> verdict() throws IOException {
    RunRecorder recorder = new RunRecorder(baseline.goodput(), baseline.circuitGroups());
    ResultFile file = ResultFileReader.read(options.jtl(), recorder::record);
    RunSnapshot figures = recorder.snapshot();
    return file.samples() == 0 ? Optional.empty() : Optional.of(verdict(file, figures));
  }

  private RunVerdict verdict(ResultFile file, RunSnapshot figures) {
    Instant start = bound(figures, true);
    Instant end = bound(figures, false);
    Map<String, String> settings = new LinkedHashMap<>();
    List<String> events = new ArrayList<>(file.remarks());
    settings.putAll(options.settings());
    String target = options.jtl().getFileName() + " (result file)";
    EvaluationContext whole = EvaluationContext.offline(settings, file.columns(), target);
    EvaluationContext context = file.hasThreadCounts() ? whole : whole.withoutThreadCounts();
    Evaluation evaluation = BaselineEvaluator.evaluate(baseline, figures, context);
    RunFacts facts = new RunFacts(target, start, end, currency(settings), events);
    return VerdictBuilder.build(baseline, evaluation, figures, facts);
  }

  private static Instant bound(RunSnapshot figures, boolean first) {
    LongStream bounds =
        Stream.of(
                figures.select(Scope.ALL),
                figures.select(Scope.ofOperation(OperationClass.CONTROL)))
            .map(part -> first ? part.firstStartMillis() : part.lastEndMillis())
            .flatMapToLong(java.util.OptionalLong::stream);
    return Instant.ofEpochMilli((first ? bounds.min() : bounds.max()).orElse(0));
  }

  private String currency(Map<String, String> settings) {
    String profile = settings.getOrDefault("profile", baseline.profile());
    try {
      return profile.isBlank() ? "" : ResponseProfiles.load(profile, folders()).currency();
    } catch (InvalidFileException e) {
      return "";
    }
  }

  /** Where a profile's file may lie: as for a live run, the project's root and here. */
  private List<Path> folders() {
    Path here = Path.of("").toAbsolutePath();
    Path data = options.baseline().toAbsolutePath().getParent();
    return Stream.of(here, data, data.getParent()).filter(Objects::nonNull).toList();
  }
}
