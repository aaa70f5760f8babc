package dev.aiendpoint.standin.options;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the stand-in is told at its start.
 *
 * @param port on the loopback interface; 0 for a free one
 * @param endWithParent end when standard input does, or the starting process
 * @param seed of every random draw
 * @param sessions file of test sessions; empty for the bundled ones
 * @param loseWrites share (0..1) of acknowledged saves that are not stored
 */
public record StandInOptions(
    int port,
    boolean endWithParent,
    long seed,
    Optional<Path> sessions,
    Scale scale,
    CacheMode cache,
    BreakerMode breaker,
    Visibility visibility,
    AuthMode auth,
    DatabaseMode database,
    double loseWrites,
    AiOptions ai) {

  /**
   * The healthy stand-in, but for the given settings.
   *
   * @throws InvalidOptionsException naming every setting that is wrong
   */
  public static StandInOptions of(Map<String, String> settings) {
    return new StandInOptionsParser().parse(settings);
  }
}
