package dev.aiendpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Writes what is known of a run under way as one line of at most {@value ConsoleTable#WIDTH}
 * columns, for a log that scrolls: figures keep their places from line to line, {@code -} stands
 * for what is not known yet. Where space is short the size of the hit rate's sample goes first,
 * then the wide gaps, then the operation mix, then the tail of the phase's name. Safe for use from
 * any thread.
 *
 * <pre>00:12 steady  users 10/10    9.8/s  p95 12 ms   errors 0/118  hits 75 % (n=4)  left 00:18
 * </pre>
 */
public final class ProgressLine {

  /** From the roomiest to the tightest. */
  private static final List<Layout> LAYOUTS =
      List.of(
          new Layout("  ", true, true),
          new Layout("  ", false, true),
          new Layout(" ", false, true),
          new Layout("  ", false, false),
          new Layout(" ", false, false));

  private record Layout(String gap, boolean hitCount, boolean mix) {}

  public String write(ProgressFacts facts) {
    String phase = phase(facts);
    String line = "";
    for (Layout layout : LAYOUTS) {
      line = line(facts, phase, layout);
      if (ColumnWidth.of(line) <= ConsoleTable.WIDTH) {
        return line;
      }
    }
    int excess = ColumnWidth.of(line) - ConsoleTable.WIDTH;
    String shortened = shortened(phase, ColumnWidth.of(phase) - excess);
    return line(facts, shortened, LAYOUTS.get(LAYOUTS.size() - 1));
  }

  /** Before the first phase a plan sets itself up, which can take a while. */
  private static String phase(ProgressFacts facts) {
    if (facts.phase().isEmpty()) {
      return facts.samples() == 0 ? "starting" : FigureFormat.UNKNOWN;
    }
    return VisibleText.line(facts.phase());
  }

  private static String line(ProgressFacts facts, String phase, Layout layout) {
    List<String> parts = new ArrayList<>();
    parts.add(FigureFormat.clock(facts.elapsed().toSeconds()) + " " + phase);
    parts.add("users " + users(facts));
    parts.add(ColumnWidth.pad(rate(facts.requestsPerSecond()), 6, true));
    parts.add("p95 " + ColumnWidth.pad(FigureFormat.shortMillis(facts.p95Millis()), 6, false));
    parts.add("errors " + facts.errors() + "/" + facts.samples());
    parts.add("hits " + hits(facts, layout.hitCount()));
    facts.circuit().ifPresent(state -> parts.add("circuit " + state));
    if (layout.mix()) {
      facts.mix().ifPresent(mix -> parts.add("mix " + mix(mix)));
    }
    parts.add("left " + left(facts.remainingSeconds()));
    return String.join(layout.gap(), parts);
  }

  private static String left(OptionalLong seconds) {
    return seconds.isEmpty()
        ? FigureFormat.UNKNOWN
        : FigureFormat.clock(Math.max(0, seconds.getAsLong()));
  }

  private static String users(ProgressFacts facts) {
    if (facts.usersTarget().isEmpty()) {
      return Integer.toString(facts.users());
    }
    String target = Integer.toString(facts.usersTarget().getAsInt());
    return ColumnWidth.pad(Integer.toString(facts.users()), target.length(), true) + "/" + target;
  }

  private static String rate(OptionalDouble perSecond) {
    if (perSecond.isEmpty() || !Double.isFinite(perSecond.getAsDouble())) {
      return FigureFormat.UNKNOWN + "/s";
    }
    double rate = perSecond.getAsDouble();
    return FigureFormat.rounded(rate, rate < 100 ? 1 : 0) + "/s";
  }

  private static String hits(ProgressFacts facts, boolean withCount) {
    if (facts.cacheLookups() == 0) {
      return FigureFormat.UNKNOWN;
    }
    String rate = Math.round(100.0 * facts.cacheHits() / facts.cacheLookups()) + " %";
    return withCount ? rate + " (n=" + facts.cacheLookups() + ")" : rate;
  }

  private static String mix(ProgressFacts.Mix mix) {
    long all = mix.read() + mix.ai() + mix.write();
    return all == 0
        ? FigureFormat.UNKNOWN
        : percent(mix.read(), all) + "/" + percent(mix.ai(), all) + "/" + percent(mix.write(), all);
  }

  private static long percent(long part, long all) {
    return Math.round(100.0 * part / all);
  }

  private static String shortened(String phase, int width) {
    return LineWrapper.start(phase, Math.max(1, width - 2)) + "..";
  }
}
