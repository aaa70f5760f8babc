package dev.aiendpoint.ratelimit;

import java.util.OptionalLong;

/**
 * What limits did to some requests. An episode is the time during which one virtual user was
 * refused on one label, from the first refused answer to the next request that was served.
 *
 * @param limited requests that were refused
 * @param announced those of them that were told when to come back
 * @param kept announcements that held: a request sent at that moment or later was served
 * @param broken announcements that did not: a request sent at that moment or later was refused
 * @param early announcements that were longer than needed: a request sent before was served
 * @param earliestMillis how much before the announced moment such a request was sent, at most
 * @param episodes episodes that ended
 * @param unended episodes that had not ended when the run did
 * @param longestMillis the longest episode; of one that did not end, up to its last refusal
 * @param episodeMillis lengths of all ended episodes together
 */
public record LimitFigures(
    long limited,
    long announced,
    long kept,
    long broken,
    long early,
    OptionalLong earliestMillis,
    long episodes,
    long unended,
    OptionalLong longestMillis,
    long episodeMillis) {

  /** No request was refused. */
  public static final LimitFigures NONE =
      new LimitFigures(0, 0, 0, 0, 0, OptionalLong.empty(), 0, 0, OptionalLong.empty(), 0);

  /** Announcements that a later request put to the test. */
  public long tested() {
    return kept + broken + early;
  }

  /** Mean length of the episodes that ended. */
  public OptionalLong meanMillis() {
    return episodes == 0 ? OptionalLong.empty() : OptionalLong.of(episodeMillis / episodes);
  }

  LimitFigures plus(LimitFigures other) {
    return new LimitFigures(
        limited + other.limited,
        announced + other.announced,
        kept + other.kept,
        broken + other.broken,
        early + other.early,
        larger(earliestMillis, other.earliestMillis),
        episodes + other.episodes,
        unended + other.unended,
        larger(longestMillis, other.longestMillis),
        episodeMillis + other.episodeMillis);
  }

  private static OptionalLong larger(OptionalLong one, OptionalLong other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
  }
}
