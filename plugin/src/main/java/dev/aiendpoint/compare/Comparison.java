package dev.aiendpoint.compare;

import dev.aiendpoint.sample.OperationClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Two runs of a plan, figure by figure: which changes are more than noise.
 *
 * <p>Samples of a run that follow each other are alike, so whole blocks of time are drawn again
 * (with replacement, {@value #DRAWS} times), the same ones of both runs: these follow one load
 * profile, and what its phases do to both is no difference. The spread of a figure's change over
 * the draws, with what the machine adds ({@link Noise}), is held against Student's t, by
 * Satterthwaite with more degrees of freedom where the machine's known part is large. Half of the
 * rate of false findings goes to the few figures of operation classes, half to the many of labels;
 * in each half Holm's procedure keeps it over all figures together. The seed is fixed: the same
 * files, the same result.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176347265">Künsch, The Jackknife and the Bootstrap for
 *     General Stationary Observations, 1989</a>
 * @see <a href="https://doi.org/10.2307/3002019">Satterthwaite, An Approximate Distribution of
 *     Estimates of Variance Components, 1946</a>
 * @see <a href="https://www.jstor.org/stable/4615733">Holm, A Simple Sequentially Rejective
 *     Multiple Test Procedure, 1979</a>
 */
public final class Comparison {

  private static final int DRAWS = 400;
  private static final long SEED = 20260101;
  private static final int FEWEST_BLOCKS = 8;
  private static final double INTERVAL = 0.05;

  /** Of the normal distribution, nearly. */
  private static final double MOST_FREEDOM = 1000;

  private final RunBlocks before;
  private final RunBlocks after;
  private final Noise noise;
  private final int[][] draws = draws();

  private Comparison(RunBlocks before, RunBlocks after, Noise noise) {
    this.before = before;
    this.after = after;
    this.noise = noise;
  }

  /** Every figure that one of the runs has, by series; operation classes first. */
  public static List<Change> of(RunBlocks before, RunBlocks after, Noise noise) {
    return new Comparison(before, after, noise).changes();
  }

  /** A change on the scale on which it is tested: logarithms, or percentage points. */
  private record Tested(
      FigureKind kind,
      String series,
      double from,
      double to,
      double change,
      double spread,
      double freedom,
      long samples) {

    double probability() {
      return StudentT.twoSided(Math.abs(change) / spread, freedom);
    }
  }

  private static int[][] draws() {
    SplittableRandom random = new SplittableRandom(SEED);
    int[][] draws = new int[DRAWS][RunBlocks.MOST_BLOCKS];
    for (int[] draw : draws) {
      for (int i = 0; i < draw.length; i++) {
        draw[random.nextInt(draw.length)]++;
      }
    }
    return draws;
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    List<Tested> tested = new ArrayList<>();
    for (String series : series()) {
      for (FigureKind kind : FigureKind.values()) {
        SampleCounts[] one = blocks(before, series);
        SampleCounts[] other = blocks(after, series);
        if (kind.samples(one) + kind.samples(other) > 0) {
          Optional<Tested> test = test(kind, series, one, other);
          test.ifPresent(tested::add);
          if (test.isEmpty()) {
            changes.add(
                isGone(kind, one, other)
                    ? gone(kind, series, one)
                    : unknown(kind, series, one, other));
          }
        }
      }
    }
    Map<Boolean, List<Tested>> families =
        tested.stream().collect(Collectors.partitioningBy(test -> isOperation(test.series())));
    families.values().forEach(family -> changes.addAll(decided(family)));
    List<String> order = series();
    changes.sort(
        Comparator.comparingInt((Change change) -> order.indexOf(change.series()))
            .thenComparingInt(change -> kindOf(change).ordinal()));
    return changes;
  }

  private static FigureKind kindOf(Change change) {
    return Arrays.stream(FigureKind.values())
        .filter(kind -> kind.text().equals(change.figure()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOperation(String series) {
    return Arrays.stream(OperationClass.values()).anyMatch(it -> it.name().equals(series));
  }

  /** Operation classes, then labels. */
  private List<String> series() {
    TreeSet<String> names =
        new TreeSet<>(
            Comparator.comparing((String name) -> !isOperation(name))
                .thenComparing(Comparator.naturalOrder()));
    names.addAll(before.series().keySet());
    names.addAll(after.series().keySet());
    return List.copyOf(names);
  }

  private static SampleCounts[] blocks(RunBlocks run, String series) {
    return run.series().getOrDefault(series, new SampleCounts[RunBlocks.MOST_BLOCKS]);
  }

  /** Empty where the samples are too few to tell a spread. */
  private Optional<Tested> test(
      FigureKind kind, String series, SampleCounts[] one, SampleCounts[] other) {
    long samples = Math.min(kind.samples(one), kind.samples(other));
    int filled = Math.min(kind.filled(one), kind.filled(other));
    if (samples < kind.fewest() || filled < FEWEST_BLOCKS) {
      return Optional.empty();
    }
    double from = once(kind, one).orElseThrow();
    double to = once(kind, other).orElseThrow();
    double sum = 0;
    double squares = 0;
    int counted = 0;
    for (int[] draw : draws) {
      OptionalDouble drawnFrom = kind.value(one, draw, before.blockMillis());
      OptionalDouble drawnTo = kind.value(other, draw, after.blockMillis());
      if (drawnFrom.isPresent() && drawnTo.isPresent()) {
        double change = change(kind, drawnFrom.getAsDouble(), drawnTo.getAsDouble());
        sum += change;
        squares += change * change;
        counted++;
      }
    }
    double mean = sum / counted;
    double variance = Math.max(0, squares / counted - mean * mean);
    double floor = floor(kind, from, to, samples);
    double spread = Math.sqrt(variance + floor);
    // Only the part that blocks show is an estimate, of as many degrees of freedom as blocks.
    double known = (variance + floor) / Math.max(variance, Double.MIN_NORMAL);
    double freedom = Math.min(MOST_FREEDOM, known * known * (filled - 1));
    return Optional.of(
        new Tested(kind, series, from, to, change(kind, from, to), spread, freedom, samples));
  }

  private OptionalDouble once(FigureKind kind, SampleCounts[] blocks) {
    int[] weights = new int[blocks.length];
    Arrays.fill(weights, 1);
    return kind.value(blocks, weights, before.blockMillis());
  }

  private static double change(FigureKind kind, double from, double to) {
    // Of durations the logarithm of one more: no division by the 0 of a millisecond clock.
    return kind.isRate()
        ? to - from
        : kind.isDuration() ? Math.log((to + 1) / (from + 1)) : Math.log(to / from);
  }

  /** What blocks cannot show: the machine, the clock's step, and events that did not happen yet. */
  private double floor(FigureKind kind, double from, double to, long samples) {
    if (kind.isRate()) {
      double share =
          (Math.max(0, Math.min(100, (from + to) / 2)) / 100 * samples + 1) / (samples + 2);
      return 2 * 100 * 100 * share * (1 - share) / samples;
    }
    double part = noise.machinePercent() / 100;
    if (!kind.isDuration()) {
      return 2 * part * part;
    }
    // As if nothing had changed: of 3 ms that became 60, the noise is not that of 3 ms.
    double middle = (from + to) / 2 + 1;
    double added = noise.machineMillis() * kind.delayFactor() / middle;
    double step = 1 / middle;
    return 2 * (part * part + added * added) + step * step;
  }

  /** One of the two families; each has half of the rate of false findings. */
  private List<Change> decided(List<Tested> tested) {
    List<Tested> byWeight = new ArrayList<>(tested);
    byWeight.sort(Comparator.comparingDouble(Tested::probability));
    List<Change> changes = new ArrayList<>();
    boolean rejecting = true;
    for (int i = 0; i < byWeight.size(); i++) {
      Tested test = byWeight.get(i);
      rejecting &= test.probability() <= noise.errorRate() / 2 / (byWeight.size() - i);
      changes.add(decided(test, rejecting));
    }
    return changes;
  }

  private Change decided(Tested test, boolean significant) {
    double reach = StudentT.distance(INTERVAL, test.freedom()) * test.spread();
    double low = bound(test, -reach);
    double high = bound(test, reach);
    Word word;
    if (significant && isRelevant(test)) {
      word = changed(test.kind(), test.change() > 0);
    } else {
      word = significant || isNarrow(test, low, high) ? Word.SAME : Word.UNKNOWN;
    }
    return new Change(
        test.series(),
        test.kind().text(),
        test.kind().unit(),
        OptionalDouble.of(test.from()),
        OptionalDouble.of(test.to()),
        OptionalDouble.of(shown(test, test.change())),
        OptionalDouble.of(low),
        OptionalDouble.of(high),
        test.samples(),
        word);
  }

  private static double shown(Tested test, double change) {
    if (test.kind().isRate()) {
      return change;
    }
    double base = test.kind().isDuration() ? test.from() + 1 : test.from();
    double by = base * Math.expm1(change);
    return test.from() == 0 ? 0 : 100 * by / test.from();
  }

  /**
   * An end of the interval. Noise of a duration is a wait of some milliseconds, which adds and does
   * not multiply: of 1 ms, give or take 3 ms, nothing becomes thirty times as long.
   */
  private static double bound(Tested test, double reach) {
    if (!test.kind().isDuration() || test.from() == 0) {
      return shown(test, test.change() + reach);
    }
    double millis = (test.from() + 1) * Math.exp(test.change()) * reach;
    return Math.max(-100, shown(test, test.change()) + 100 * millis / test.from());
  }

  private boolean isRelevant(Tested test) {
    double difference = Math.abs(test.to() - test.from());
    if (test.kind().isRate()) {
      return difference >= noise.leastPoints();
    }
    return difference >= noise.leastPercent() / 100 * test.from()
        && (!test.kind().isDuration() || difference >= noise.leastMillis());
  }

  /** True when a change that matters would have been seen. */
  private boolean isNarrow(Tested test, double low, double high) {
    double furthest = Math.max(Math.abs(low), Math.abs(high));
    if (test.kind().isRate()) {
      return furthest <= noise.resolutionPoints();
    }
    return furthest <= noise.resolutionPercent()
        || test.kind().isDuration() && furthest / 100 * test.from() <= 2 * noise.leastMillis();
  }

  private static Word changed(FigureKind kind, boolean more) {
    if (kind.isDuration()) {
      return more ? Word.SLOWER : Word.FASTER;
    }
    return more == kind.moreIsWorse() ? Word.WORSE : Word.BETTER;
  }

  /** What was asked often before, and not once now, is no matter of noise. */
  private static boolean isGone(FigureKind kind, SampleCounts[] one, SampleCounts[] other) {
    return kind == FigureKind.THROUGHPUT
        && kind.samples(one) >= kind.fewest()
        && kind.samples(other) == 0;
  }

  private Change gone(FigureKind kind, String series, SampleCounts[] one) {
    return new Change(
        series,
        kind.text(),
        kind.unit(),
        once(kind, one),
        OptionalDouble.of(0),
        OptionalDouble.of(-100),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        kind.samples(one),
        Word.WORSE);
  }

  private Change unknown(FigureKind kind, String series, SampleCounts[] one, SampleCounts[] other) {
    return new Change(
        series,
        kind.text(),
        kind.unit(),
        once(kind, one),
        once(kind, other),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Math.min(kind.samples(one), kind.samples(other)),
        Word.UNKNOWN);
  }
}
