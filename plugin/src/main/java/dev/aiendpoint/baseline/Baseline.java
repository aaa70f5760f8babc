package dev.aiendpoint.baseline;

import dev.aiendpoint.json.LocatedJson;
import java.util.List;
import java.util.Optional;

/**
 * A baseline file: what a run of a plan must reach.
 *
 * @param plan name of the plan
 * @param profile name of the response profile it was made for, empty when it names none
 * @param description what it is for, empty when the author gave none
 * @param thresholds in file order, at least one
 * @param observed figures of the promoted run as they stand in the file
 */
public record Baseline(
    String plan,
    String profile,
    String description,
    List<Threshold> thresholds,
    Optional<LocatedJson.Members> observed) {

  public Baseline {
    thresholds = List.copyOf(thresholds);
  }
}
