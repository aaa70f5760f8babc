package dev.aiendpoint.stats;

import dev.aiendpoint.circuit.CircuitFindings;
import dev.aiendpoint.ratelimit.Announcement;
import dev.aiendpoint.ratelimit.LimitRecorder;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Takes the samples of a run and gives figures at any moment.
 *
 * <p>Any number of threads may record at the same time: recording neither waits nor allocates once
 * a label, phase, outcome and cache status have been seen together; but a new most of users makes a
 * small object, and what an AI request tells of a circuit is put in a queue. Memory does not grow
 * with the number of samples. It is bounded in labels and phases too: past {@value #MAX_GROUPS}
 * pairs of label and phase, the samples of further pairs are kept under {@code <operation> (more
 * labels)}, such as {@code OTHER (more labels)}, and {@link RunSnapshot#labelsOverflowed()} says
 * so.
 *
 * <p>A sample counts as {@link Sample#normalised()} says. A snapshot that is taken while others
 * record may lack what is being recorded at that moment, never more.
 */
public final class RunRecorder {

  /** How many pairs of label and phase are told apart. */
  public static final int MAX_GROUPS = 1000;

  private final ConcurrentHashMap<String, ConcurrentHashMap<String, GroupRecorder>> byLabel =
      new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, DurationRecorder> gapsByLabel = new ConcurrentHashMap<>();
  private final List<GroupRecorder> groups = new ArrayList<>();
  private final TimeSeriesRecorder timeSeries = new TimeSeriesRecorder();
  private final AtomicInteger failureKinds = new AtomicInteger();

  /** Null where nobody asks for {@link #interval(long)}. */
  private final IntervalMeter meter;

  private final Recording recording;
  private final CircuitRecorders circuits;
  private volatile CircuitFindings circuitFindings = CircuitFindings.NONE;
  private final Goodput goodput;
  private volatile Supplier<List<ArrivalCount>> arrivals = List::of;
  private final LimitRecorder limits = new LimitRecorder();
  private volatile boolean full;
  private volatile boolean overflowed;

  /** Starts the first interval of {@link #interval(long)} now. */
  public RunRecorder() {
    this(Goodput.UNDECLARED);
  }

  /**
   * Starts the first interval of {@link #interval(long)} now.
   *
   * @param goodput what AI requests must achieve to count as good
   */
  public RunRecorder(Goodput goodput) {
    this(goodput, List.of());
  }

  /**
   * @param startNanos the moment on the monotonic clock at which the first interval begins
   */
  public RunRecorder(long startNanos) {
    this(Optional.of(new IntervalMeter(startNanos)), Goodput.UNDECLARED, List.of());
  }

  /**
   * Starts the first interval of {@link #interval(long)} now.
   *
   * @param goodput what AI requests must achieve to count as good
   * @param circuitGroups label patterns of each group of endpoints whose circuit is followed
   */
  public RunRecorder(Goodput goodput, Collection<List<String>> circuitGroups) {
    this(Optional.of(new IntervalMeter(System.nanoTime())), goodput, circuitGroups);
  }

  private RunRecorder(
      Optional<IntervalMeter> meter, Goodput goodput, Collection<List<String>> circuitGroups) {
    this.meter = meter.orElse(null);
    this.recording = meter.isPresent() ? Recording.CONCURRENT : Recording.SEQUENTIAL;
    this.goodput = goodput;
    this.circuits = new CircuitRecorders(circuitGroups);
  }

  /**
   * For samples that are read from a file: one thread records, and nobody watches them come, so no
   * interval is metered.
   */
  public static RunRecorder ofFile(Goodput goodput, Collection<List<String>> circuitGroups) {
    return new RunRecorder(Optional.empty(), goodput, circuitGroups);
  }

  /** Asked at each snapshot for what became of the arrivals up to then; none unless set. */
  public void countArrivals(Supplier<List<ArrivalCount>> counts) {
    arrivals = counts;
  }

  public void record(Sample sample) {
    record(sample, LiveFacts.NONE);
  }

  /** Records a sample with what only a live run knows of it. */
  public void record(Sample sample, LiveFacts facts) {
    Sample counted = sample.normalised();
    GroupRecorder group = group(counted.label(), counted.phase());
    group.record(counted, facts);
    if (group.operation() != OperationClass.CONTROL) {
      if (meter != null) {
        meter.record(counted, group.operation());
      }
      timeSeries.record(counted, group.operation());
    }
    if (group.operation() == OperationClass.AI) {
      circuits.record(counted);
    }
  }

  /**
   * Follows what rate limits do to the users. Only a live run knows what is asked for here, so no
   * result file leads to it.
   *
   * @param user the virtual user that made the request
   * @param announced when to come back, as a refused answer says
   */
  public void recordLimit(Sample sample, String user, Optional<Announcement> announced) {
    limits.record(sample.normalised(), user, announced);
  }

  /**
   * Records gaps of which only the label is known. They belong to every selection by label or
   * operation and to none by phase, outcome or cache status. Not for gaps that went to {@link
   * #record(Sample, LiveFacts)}, nor for those of failed requests.
   *
   * @param gapsNanos in nanoseconds; only read
   */
  public void recordGaps(String label, long[] gapsNanos) {
    DurationRecorder recorder = gapsByLabel.get(label);
    if (recorder == null) {
      recorder =
          gapsByLabel.computeIfAbsent(
              gapsByLabel.size() < MAX_GROUPS ? label : moreLabels(label),
              key -> new DurationRecorder(TimeUnitRatio.of(TimingMetric.ICL), recording));
    }
    for (long gap : gapsNanos) {
      recorder.record(gap / 1e6);
    }
  }

  private GroupRecorder group(String label, String phase) {
    GroupRecorder group = find(label, phase);
    if (group != null) {
      return group;
    }
    if (full) {
      overflowed = true;
      GroupRecorder more = find(moreLabels(label), phase);
      return more != null ? more : create(label, phase);
    }
    return create(label, phase);
  }

  private GroupRecorder find(String label, String phase) {
    ConcurrentHashMap<String, GroupRecorder> byPhase = byLabel.get(label);
    return byPhase == null ? null : byPhase.get(phase);
  }

  private synchronized GroupRecorder create(String label, String phase) {
    GroupRecorder existing = find(label, phase);
    if (existing != null) {
      return existing;
    }
    if (!full) {
      full = groups.size() + 1 >= MAX_GROUPS;
      return add(label, phase);
    }
    overflowed = true;
    // New phases past the bound have no place of their own either.
    String known =
        groups.stream().anyMatch(group -> group.phase().equals(phase)) ? phase : "(more phases)";
    GroupRecorder more = find(moreLabels(label), known);
    return more != null ? more : add(moreLabels(label), known);
  }

  private GroupRecorder add(String label, String phase) {
    GroupRecorder group =
        new GroupRecorder(label, phase, new FailureTally(failureKinds), goodput, recording);
    groups.add(group);
    byLabel.computeIfAbsent(label, key -> new ConcurrentHashMap<>()).put(phase, group);
    return group;
  }

  private static String moreLabels(String label) {
    return OperationClass.ofLabel(label) + " (more labels)";
  }

  /** Adds what is known of circuits besides the samples; replaces what was added before. */
  public void add(CircuitFindings findings) {
    circuitFindings = findings;
  }

  /** Everything recorded up to now. */
  public RunSnapshot snapshot() {
    Histogram scratch = new Histogram(TimeUnitRatio.DIGITS);
    scratch.setAutoResize(true);
    List<FrozenGroup> frozen = new ArrayList<>();
    for (GroupRecorder group : groupsNow()) {
      frozen.add(group.freeze(scratch));
    }
    Map<String, FrozenDurations> gaps = new LinkedHashMap<>();
    gapsByLabel.forEach((label, recorder) -> gaps.put(label, recorder.freeze(scratch)));
    return new RecordedRun(
        frozen,
        gaps,
        timeSeries.freeze(),
        overflowed,
        circuits.reports(),
        circuitFindings,
        goodput,
        arrivals.get(),
        limits.report());
  }

  private synchronized List<GroupRecorder> groupsNow() {
    return List.copyOf(groups);
  }

  /**
   * What happened since the last call, for a progress line; cheap enough for every second. One
   * caller at a time sees a whole interval.
   *
   * @param nowNanos now on the monotonic clock
   * @throws NullPointerException for a recorder {@link #ofFile}
   */
  public IntervalSnapshot interval(long nowNanos) {
    return meter.tick(nowNanos, circuits.state());
  }

  /** Memory of all distributions, in bytes. */
  long footprintBytes() {
    return groupsNow().stream().mapToLong(GroupRecorder::footprintBytes).sum();
  }
}
