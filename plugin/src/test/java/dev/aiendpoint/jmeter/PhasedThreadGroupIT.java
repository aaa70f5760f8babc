package dev.aiendpoint.jmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.jmeter.threads.Collected;
import dev.aiendpoint.jmeter.threads.Collected.Row;
import dev.aiendpoint.jmeter.threads.FixedTimer;
import dev.aiendpoint.jmeter.threads.UserThreads;
import dev.aiendpoint.jmeter.threads.WorkSampler;
import dev.aiendpoint.phase.PhaseProgress;
import dev.aiendpoint.phase.PhaseRow;
import dev.aiendpoint.phase.PhaseWindow;
import dev.aiendpoint.phase.PhasedLoadReport;
import dev.aiendpoint.phase.PhasedLoadText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.jmeter.control.TransactionController;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The phased thread group in a real engine. */
@Timeout(60)
class PhasedThreadGroupIT {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final TestPlan plan = new TestPlan("plan");
  private final PhasedThreadGroup group = new PhasedThreadGroup();
  private final Collected collected = new Collected();
  private final HashTree tree = new ListedHashTree();
  private final HashTree inGroup = tree.add(plan).add(group);
  private final StandardJMeterEngine engine = new StandardJMeterEngine();

  @BeforeAll
  static void home() {
    JMeterHome.use();
  }

  @BeforeEach
  void plan() {
    group.setName("users");
    tree.getTree(plan).add(collected);
    WorkSampler.COPIES.set(0);
  }

  @AfterEach
  void settings() {
    JMeterUtils.getJMeterProperties()
        .keySet()
        .removeAll(Set.of("duration.scale", "users.scale", UserThreads.PROPERTY));
  }

  private void phases(String... cells) {
    limits("30 s", "1000", cells);
  }

  private void limits(String gracefulLimit, String maxUsers, String... cells) {
    List<PhaseRow> rows =
        java.util.Arrays.stream(cells)
            .map(row -> row.split(" *\\| *"))
            .map(row -> new PhaseRow(row[0], row[1], row[2], row[3]))
            .toList();
    group.setLoadText(new PhasedLoadText(rows, gracefulLimit, maxUsers, "even", ""));
  }

  private void start() throws Exception {
    engine.configure(tree);
    engine.runTest();
  }

  private void run() throws Exception {
    start();
    engine.awaitTermination(LONG);
  }

  private static PhasedLoadReport report() {
    assertThat(PhasedThreadGroup.reports()).hasSize(1);
    return PhasedThreadGroup.reports().get(0);
  }

  private Set<String> threadsAt(long millis) {
    long at = report().startMillis() + millis;
    return collected.rows.stream()
        .filter(row -> row.start() <= at && row.end() >= at)
        .map(Row::thread)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(strings = {"platform", "auto"})
  void shouldFollowTheCurveAndStampThePhaseOfTheStart(String threads) throws Exception {
    JMeterUtils.setProperty(UserThreads.PROPERTY, threads);
    phases("low|2|1 s|none", "high|5|1 s|none", "rest|1|1 s|none", "none|0|200 ms|none");
    inGroup.add(WorkSampler.of("READ work", 40));

    run();

    assertThat(threadsAt(500)).containsExactlyInAnyOrder("users 1-1", "users 1-2");
    assertThat(threadsAt(1500)).hasSize(5);
    assertThat(threadsAt(2500)).containsExactly("users 1-1");
    assertThat(report().usersReached()).isEqualTo(5);
    for (Row row : collected.rows) {
      // The wall clock of a row has whole milliseconds; leave out what is on the border.
      long at = row.start() - report().startMillis();
      report().windows().stream()
          .filter(window -> at > window.startMillis() + 2 && at < window.endMillis() - 2)
          .map(PhaseWindow::name)
          .forEach(phase -> assertThat(row.phase()).as("at " + at).isEqualTo(phase));
    }
    assertThat(collected.rows).extracting(Row::phase).contains("low", "high", "rest");
    assertThat(PhasedThreadGroup.active()).isEmpty();
  }

  @Test
  void shouldStampThePhaseThatTheSampleStartedInWhenThinkTimeCrossesTheBorder() throws Exception {
    phases("a|1|450 ms|none", "b|1|400 ms|none");
    inGroup.add(WorkSampler.of("READ work", 10)).add(FixedTimer.of(300));

    run();

    // Chosen at 310 ms, in a; started at 610 ms, in b.
    assertThat(collected.rows).extracting(Row::phase).startsWith("a", "b");
  }

  @Test
  void shouldStampThePhaseOfTheStartWhenSampleEndsInTheNext() throws Exception {
    phases("a|1|300 ms|none", "b|1|100 ms|none");
    inGroup.add(WorkSampler.of("READ work", 600));

    run();

    assertThat(collected.rows).extracting(Row::phase).containsExactly("a");
  }

  @Test
  void shouldStampThePhaseInWhichATransactionBegan() throws Exception {
    phases("a|1|300 ms|none", "b|0|100 ms|none");
    TransactionController transaction = new TransactionController();
    transaction.setName("READ pages");
    transaction.setGenerateParentSample(true);
    HashTree inTransaction = inGroup.add(transaction);
    inTransaction.add(WorkSampler.of("READ first", 350));
    inTransaction.add(WorkSampler.of("READ second", 10));

    run();

    assertThat(collected.rows)
        .extracting(row -> row.label() + " " + row.phase())
        .containsExactly("READ pages a");
  }

  @Test
  void shouldLetARetiringUserFinishItsIteration() throws Exception {
    phases("a|3|300 ms|none", "b|0|100 ms|none");
    inGroup.add(WorkSampler.of("READ one", 200));
    inGroup.add(WorkSampler.of("READ two", 200));
    inGroup.add(WorkSampler.of("READ three", 200));

    run();

    assertThat(collected.rows).hasSize(9).allMatch(Row::success);
    assertThat(collected.rows).filteredOn(row -> row.label().equals("READ three")).hasSize(3);
  }

  @Test
  void shouldStopARetiringUserThatExceedsTheGracefulLimit() throws Exception {
    limits("200 ms", "1000", "a|2|300 ms|none");
    inGroup.add(WorkSampler.of("READ long", 20_000));

    long begin = System.nanoTime();
    run();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    assertThat(collected.rows).hasSize(2).allMatch(row -> row.code().equals("interrupted"));
    assertThat(collected.rows).allMatch(row -> row.end() - row.start() >= 450);
  }

  @Test
  void shouldKeepAUserThatIsWantedAgainBeforeItsIterationEnds() throws Exception {
    // Without being called back, the second user would be stopped at 350 ms.
    limits("150 ms", "1000", "a|2|200 ms|none", "b|1|100 ms|none", "c|2|850 ms|none");
    inGroup.add(WorkSampler.of("READ work", 400));

    run();

    assertThat(collected.rows).extracting(Row::thread).containsOnly("users 1-1", "users 1-2");
    assertThat(WorkSampler.COPIES).hasValue(2);
    assertThat(collected.rows).hasSize(6).allMatch(Row::success);
  }

  @Test
  void shouldStartAUserAgainWhenItsSlotIsWantedLater() throws Exception {
    phases("a|2|200 ms|none", "b|1|300 ms|none", "c|2|200 ms|none");
    inGroup.add(WorkSampler.of("READ work", 50));

    run();

    assertThat(collected.rows)
        .filteredOn(row -> row.thread().equals("users 1-2"))
        .extracting(Row::phase)
        .contains("a", "c")
        .doesNotContain("d");
    assertThat(WorkSampler.COPIES).hasValue(3);
    assertThat(report().usersReached()).isEqualTo(2);
  }

  @Test
  void shouldEndQuicklyWhenStoppedNow() throws Exception {
    phases("a|20|20 s|none");
    inGroup.add(WorkSampler.of("READ long", 20_000));
    start();
    awaitUsers(20);

    long begin = System.nanoTime();
    engine.stopTest(true);
    engine.awaitTermination(LONG);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    assertThat(collected.rows).hasSize(20).allMatch(row -> row.code().equals("interrupted"));
  }

  @Test
  void shouldFinishCurrentSamplesOnlyWhenStoppedGracefully() throws Exception {
    phases("a|3|20 s|none");
    inGroup.add(WorkSampler.of("READ one", 700));
    inGroup.add(WorkSampler.of("READ two", 700));
    start();
    awaitUsers(3);

    engine.stopTest(false);
    engine.awaitTermination(LONG);

    assertThat(collected.rows).hasSize(3).allMatch(Row::success);
    assertThat(collected.rows).extracting(Row::label).containsOnly("READ one");
  }

  @Test
  void shouldEndUsersThatWaitForArrivalsWhenStopped() throws Exception {
    phases("a|20/s|500 ms|none", "quiet|0/s|20 s|none");
    inGroup.add(WorkSampler.of("READ work", 10));
    start();
    awaitRows(10);

    engine.stopTest(false);
    engine.awaitTermination(Duration.ofSeconds(5));

    assertThat(collected.rows).hasSize(10);
  }

  @Test
  void shouldCountArrivalsThatFindNoFreeUser() throws Exception {
    limits("30 s", "4", "a|20/s|1 s|none");
    inGroup.add(WorkSampler.of("READ work", 450));

    run();

    assertThat(report().arrivals()).isEqualTo(20);
    assertThat(report().dropped()).isEqualTo(20 - collected.rows.size()).isPositive();
    assertThat(report().usersReached()).isEqualTo(4);
    assertThat(collected.rows.size()).isBetween(8, 12);
  }

  @Test
  void shouldBeginIterationsAtTheArrivalsWhateverTheyTake() throws Exception {
    phases("a|20/s|1 s|none");
    inGroup.add(WorkSampler.of("READ work", 300));

    run();

    assertThat(report().dropped()).isZero();
    assertThat(collected.rows).hasSize(20).allMatch(row -> row.phase().equals("a"));
    List<Long> intended =
        collected.rows.stream().map(row -> Long.parseLong(row.intendedStart())).sorted().toList();
    for (int n = 0; n < 20; n++) {
      assertThat(intended.get(n) - report().startMillis())
          .isBetween(25L + n * 50 - 1, 25L + n * 50);
    }
    assertThat(collected.rows)
        .allMatch(
            row -> {
              long late = row.start() - Long.parseLong(row.intendedStart());
              return late >= -2 && late < 200;
            });
    assertThat(report().usersReached()).isBetween(6, 10);
  }

  @Test
  void shouldChangeBetweenUsersAndArrivalsWithTheSameUsers() throws Exception {
    phases("a|3|300 ms|none", "b|10/s|500 ms|none", "c|2|300 ms|none");
    inGroup.add(WorkSampler.of("READ work", 20));

    run();

    assertThat(collected.rows).filteredOn(row -> row.intendedStart() != null).hasSize(5);
    assertThat(collected.rows)
        .filteredOn(row -> row.phase().equals("c"))
        .extracting(Row::thread)
        .containsOnly("users 1-1", "users 1-2");
    assertThat(WorkSampler.COPIES).hasValue(3);
  }

  @Test
  void shouldCostNothingForUsersThatHaveNotStarted() throws Exception {
    limits("30 s", "10000", "now|1|300 ms|none", "later|10000|900 h|all", "open|9/s|1 h|none");
    inGroup.add(WorkSampler.of("READ work", 20));
    int threadsBefore = Thread.activeCount();
    start();
    awaitRows(30);

    assertThat(group.getNumThreads()).isEqualTo(10_000);
    assertThat(Thread.activeCount() - threadsBefore).isLessThan(10);
    assertThat(WorkSampler.COPIES).hasValue(1);
    assertThat(PhasedThreadGroup.active())
        .singleElement()
        .satisfies(
            progress -> {
              assertThat(progress.group()).isEqualTo("users");
              assertThat(progress.phase()).isEqualTo("later");
              assertThat(progress.users()).isEqualTo(1);
              assertThat(progress.targetUsers()).isEqualTo(1);
              assertThat(progress.maxUsers()).isEqualTo(10_000);
              assertThat(progress.timeLeft())
                  .isBetween(Duration.ofHours(900), Duration.ofHours(901));
            });
    engine.stopTest(true);
    engine.awaitTermination(LONG);
  }

  @Test
  void shouldScaleLengthAndUsers() throws Exception {
    JMeterUtils.setProperty("duration.scale", "0.01");
    JMeterUtils.setProperty("users.scale", "0.02");
    phases("a|150|30 s|none", "b|10|30 s|none");
    inGroup.add(WorkSampler.of("READ work", 20));

    run();

    assertThat(report().windows())
        .containsExactly(new PhaseWindow("a", 0, 300, 3, 0), new PhaseWindow("b", 300, 600, 1, 0));
    assertThat(report().usersReached()).isEqualTo(3);
  }

  @Test
  void shouldRefuseAWrongTableBeforeTheFirstSample() throws Exception {
    JMeterUtils.setProperty("users.scale", "many");
    limits("soon", "0", "a|5|1 s|none", "b|-5|3 parsecs|none", "a|1|1 s|some");
    inGroup.add(WorkSampler.of("READ work", 20));

    start();
    assertThatThrownBy(() -> engine.awaitTermination(LONG))
        .isInstanceOf(ExecutionException.class)
        .rootCause()
        .hasMessageContaining("thread group 'users', row 2 (b): users or arrivals was '-5'")
        .hasMessageContaining("thread group 'users', row 2 (b): length was '3 parsecs'")
        .hasMessageContaining("row 3 (a): name was 'a'")
        .hasMessageContaining("row 3 (a): ramp was 'some'")
        .hasMessageContaining("limits: graceful limit was 'soon'")
        .hasMessageContaining("limits: max users was '0'")
        .hasMessageContaining("settings: users.scale was 'many'");
    assertThat(collected.rows).isEmpty();
  }

  @Test
  void shouldEvaluateVariablesInEveryCell() throws Exception {
    plan.addParameter("name", "steady");
    plan.addParameter("users", "3");
    plan.addParameter("seconds", "0.3");
    plan.addParameter("how", "none");
    limits("${users} s", "${users}", "${name}|${users}|${seconds} s|${how}");
    inGroup.add(WorkSampler.of("READ work", 20));

    run();

    assertThat(report().windows()).containsExactly(new PhaseWindow("steady", 0, 300, 3, 0));
    assertThat(report().usersReached()).isEqualTo(3);
    assertThat(collected.rows).extracting(Row::phase).containsOnly("steady");
  }

  @Test
  void shouldEndOnlyTheUserWhenItsErrorStopsTheThread() throws Exception {
    group.setProperty(
        AbstractThreadGroup.ON_SAMPLE_ERROR, AbstractThreadGroup.ON_SAMPLE_ERROR_STOPTHREAD);
    phases("a|3|400 ms|none");
    inGroup.add(WorkSampler.of("READ work", 20).failing());

    run();

    assertThat(collected.rows).hasSize(3);
  }

  @Test
  void shouldSkipTheRestOfTheIterationWhenErrorsStartTheNextLoop() throws Exception {
    group.setProperty(
        AbstractThreadGroup.ON_SAMPLE_ERROR, AbstractThreadGroup.ON_SAMPLE_ERROR_START_NEXT_LOOP);
    phases("a|1|1 s|none");
    inGroup.add(WorkSampler.of("READ work", 20).failing());
    inGroup.add(WorkSampler.of("READ never", 20));

    run();

    assertThat(collected.rows).hasSizeGreaterThan(5);
    assertThat(collected.rows).extracting(Row::label).containsOnly("READ work");
  }

  @Test
  void shouldEndTheUserWhenItsOwnLoopIsBroken() throws Exception {
    phases("a|2|400 ms|none");
    inGroup.add(WorkSampler.of("READ work", 20).breaking());
    inGroup.add(WorkSampler.of("READ never", 20));

    run();

    assertThat(collected.rows).extracting(Row::label).containsExactly("READ work", "READ work");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        AbstractThreadGroup.ON_SAMPLE_ERROR_STOPTEST,
        AbstractThreadGroup.ON_SAMPLE_ERROR_STOPTEST_NOW
      })
  void shouldEndTheTestWhenErrorsStopIt(String action) throws Exception {
    group.setProperty(AbstractThreadGroup.ON_SAMPLE_ERROR, action);
    phases("a|2|20 s|none");
    inGroup.add(WorkSampler.of("READ work", 100).failing());

    long begin = System.nanoTime();
    run();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    assertThat(collected.rows.size()).isBetween(2, 4);
  }

  @Test
  void shouldRunTheSameWhenSavedAndLoaded() throws Exception {
    limits("5 s", "7", "a|${n}|300 ms|none", "+|4/s|1 min|25 %");
    group.setProperty(TestElement.GUI_CLASS, "dev.aiendpoint.jmeter.gui.PhasedThreadGroupGui");
    group.setProperty(TestElement.TEST_CLASS, PhasedThreadGroup.class.getName());
    ByteArrayOutputStream jmx = new ByteArrayOutputStream();
    SaveService.saveElement(group, jmx);

    TestElement loaded =
        (TestElement) SaveService.loadElement(new ByteArrayInputStream(jmx.toByteArray()));

    assertThat(loaded).isEqualTo(group).isInstanceOf(PhasedThreadGroup.class);
    assertThat(((PhasedThreadGroup) loaded).getLoadText()).isEqualTo(group.getLoadText());
    assertThat(jmx.toString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("<collectionProp name=\"PhasedThreadGroup.phases\">", ">${n}<");
  }

  private static void awaitUsers(int users) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      if (PhasedThreadGroup.active().stream().mapToInt(PhaseProgress::users).sum() == users) {
        // Started, and now inside of the first sample.
        Thread.sleep(200);
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("not " + users + " users: " + PhasedThreadGroup.active());
  }

  private void awaitRows(int rows) throws InterruptedException {
    for (int i = 0; i < 500 && collected.rows.size() < rows; i++) {
      Thread.sleep(10);
    }
    assertThat(collected.rows.size()).isGreaterThanOrEqualTo(rows);
  }
}
