package dev.aiendpoint.cli;

import dev.aiendpoint.report.RunSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings under which a result file came about: those that are given, and beside them those
 * that the run itself kept in a {@code verdict.json} in the same folder. The latter count only when
 * plan and time show that the file is of that run.
 */
final class OfflineSettings {

  private static final String VERDICT = "verdict.json";

  private final Map<String, String> given;
  private final Optional<RunSettings> kept;

  OfflineSettings(Map<String, String> given, Path jtl) {
    this.given = given;
    this.kept = RunSettings.read(jtl.toAbsolutePath().resolveSibling(VERDICT));
  }

  /** A setting before it is known whether what was kept is of this run. */
  Optional<String> candidate(String name) {
    return Optional.ofNullable(given.get(name)).or(() -> kept.map(run -> run.settings().get(name)));
  }

  /** What the run of that plan kept whose samples lie in that time. */
  Optional<RunSettings> keptBy(String plan, Instant first, Instant last) {
    return kept.filter(run -> run.isOf(plan, first, last));
  }

  /** The settings of the run: those that are given win. */
  Map<String, String> with(Optional<RunSettings> run) {
    Map<String, String> all = new LinkedHashMap<>();
    run.ifPresent(found -> all.putAll(found.settings()));
    all.putAll(given);
    return all;
  }

  /** What was taken from where, for the verdict's reasons; nothing where all was given. */
  List<String> remarks(Map<String, String> used) {
    Map<String, String> taken = new TreeMap<>(used);
    taken.keySet().removeAll(given.keySet());
    return taken.isEmpty()
        ? List.of()
        : List.of(
            "settings as the run kept them in " + VERDICT + " beside the result file: " + taken);
  }
}
