package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AbortWatchTest {

  private final RunRecorder recorder = new RunRecorder(0);
  private AbortWatch watch;

  @Test
  void shouldStopWhenABreachHasLasted() {
    watch("'check': 'rate(errors) < 10 %', 'abort': '30 s'");
    succeed(15);
    fail(5);
    assertThat(at(100)).isEmpty();
    assertThat(at(129)).isEmpty();
    assertThat(at(130))
        .contains(
            "stopped early: t1 is broken for 30 s: rate(errors) < 10 %: limit < 10 %, observed"
                + " 25 % (n = 20): 5 of 20 requests were SERVER_ERROR (503): boom");
  }

  @Test
  void shouldStartAnewWhenTheBreachHealsInBetween() {
    watch("'check': 'rate(errors) < 10 %', 'abort': true");
    succeed(15);
    fail(5);
    assertThat(at(100)).isEmpty();
    succeed(180);
    assertThat(at(120)).isEmpty();
    fail(50);
    assertThat(at(140)).isEmpty();
    assertThat(at(169)).isEmpty();
    assertThat(at(170)).isPresent();
  }

  @Test
  void shouldNotCountABreachWhenSamplesAreTooFew() {
    watch("'check': 'rate(errors) < 10 %', 'abort': '1 s'");
    fail(19);
    assertThat(at(0)).isEmpty();
    assertThat(at(60)).isEmpty();
    fail(1);
    assertThat(at(61)).isEmpty();
    assertThat(at(62)).isPresent();
  }

  @Test
  void shouldStopAtOnceWhenNoFurtherSampleCanHealIt() {
    watch("'check': 'count(errors) <= 5', 'abort': '10 min'");
    fail(5);
    assertThat(at(0)).isEmpty();
    fail(1);
    assertThat(at(1)).get().asString().startsWith("stopped early: t1 is broken for good: count(");
  }

  @Test
  void shouldStopAtOnceWhenALargestDurationIsPastItsLimit() {
    watch("'check': 'max(elapsed) < 1 s', 'abort': true");
    succeed(3);
    assertThat(at(0)).isEmpty();
    TestSample.of("READ home").elapsed(1_000).recordIn(recorder, 1);
    assertThat(at(1)).isPresent();
  }

  @Test
  void shouldGoOnWhenACountIsStillOnItsWayUp() {
    watch("'check': 'count(samples) between 50 and 90', 'abort': '1 s', 'minSamples': 1");
    succeed(20);
    assertThat(at(0)).isEmpty();
    assertThat(at(600)).isEmpty();
    succeed(71);
    assertThat(at(601)).isPresent();
  }

  @Test
  void shouldGoOnWithinTheTolerance() {
    watch("'check': 'rate(errors) < 20 %', 'tolerance': '50 %', 'abort': '1 s'");
    succeed(15);
    fail(5);
    assertThat(at(0)).isEmpty();
    assertThat(at(60)).isEmpty();
  }

  @Test
  void shouldWatchNothingWhenNoThresholdMayStop() {
    watch("'check': 'rate(errors) < 1 %'");
    assertThat(watch.isNeeded()).isFalse();
    watch("'check': 'rate(errors) < 1 %', 'abort': true, 'when': 'smoke.ai=off'");
    assertThat(watch.isNeeded()).isFalse();
    watch("'check': 'rate(errors) < 1 %', 'abort': true");
    assertThat(watch.isNeeded()).isTrue();
  }

  private void watch(String threshold) {
    watch = new AbortWatch(TestBaseline.of(threshold), EvaluationContext.live(Map.of(), "here"));
  }

  private void succeed(int times) {
    TestSample.of("READ home").recordIn(recorder, times);
  }

  private void fail(int times) {
    TestSample.of("READ home")
        .failed(Outcome.SERVER_ERROR, "503", "boom")
        .recordIn(recorder, times);
  }

  private Optional<String> at(long seconds) {
    return watch.observe(recorder.snapshot(), seconds * 1_000_000_000);
  }
}
