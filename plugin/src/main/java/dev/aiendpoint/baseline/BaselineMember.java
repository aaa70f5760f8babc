package dev.aiendpoint.baseline;

import java.util.List;

/** Names of the members of a baseline file. They stand in users' files and never change. */
final class BaselineMember {

  static final String SCHEMA = "$schema";
  static final String PLAN = "plan";
  static final String PROFILE = "profile";
  static final String DESCRIPTION = "description";
  static final String GOODPUT = "goodput";
  static final String THRESHOLDS = "thresholds";
  static final String OBSERVED = "observed";

  static final String ID = "id";
  static final String CHECK = "check";
  static final String TARGET = "target";
  static final String LABELS = "labels";
  static final String OPERATIONS = "operations";
  static final String PHASES = "phases";
  static final String OUTCOMES = "outcomes";
  static final String CACHE = "cache";
  static final String MIN_SAMPLES = "minSamples";
  static final String TOLERANCE = "tolerance";
  static final String ABORT = "abort";
  static final String ABORT_AFTER = "after";
  static final String WHEN = "when";
  static final String SCALE = "scale";
  static final String PRECONDITION = "precondition";

  /** Members of the file. */
  static final List<String> OF_FILE =
      List.of(SCHEMA, PLAN, PROFILE, DESCRIPTION, GOODPUT, THRESHOLDS, OBSERVED);

  /** Members of a threshold. */
  static final List<String> OF_THRESHOLD =
      List.of(
          ID,
          CHECK,
          TARGET,
          LABELS,
          OPERATIONS,
          PHASES,
          OUTCOMES,
          CACHE,
          MIN_SAMPLES,
          TOLERANCE,
          ABORT,
          WHEN,
          SCALE,
          PRECONDITION,
          DESCRIPTION);

  /** Members of an abort rule that is written as an object. */
  static final List<String> OF_ABORT = List.of(ABORT_AFTER);

  private BaselineMember() {}
}
