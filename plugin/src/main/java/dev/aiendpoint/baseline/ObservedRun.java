package dev.aiendpoint.baseline;

import dev.aiendpoint.phase.LoadScale;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the promoted run of a plan showed: the block {@code observed} of a baseline file.
 *
 * @param date when the run ended
 * @param commit of the repository when it was promoted; empty where there was none
 * @param target what was tested
 * @param samples all samples of the run
 * @param scale the scales of the run: figures of another scale are another load's
 * @param figures by threshold id, in file order
 */
public record ObservedRun(
    Instant date,
    Optional<String> commit,
    String target,
    long samples,
    LoadScale scale,
    Map<String, ObservedFigure> figures) {

  public ObservedRun {
    figures = new LinkedHashMap<>(figures);
  }
}
