package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.baseline.Comparison.Between;
import dev.aiendpoint.baseline.Comparison.Bound;
import dev.aiendpoint.baseline.Comparison.Within;
import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.TimingMetric;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckParserTest {

  static Stream<Arguments> checks() {
    return Stream.of(
        check("p95(elapsed) < 5 s", p(95, TimingMetric.ELAPSED), bound(Operator.LESS, 5000)),
        check("p50(ttft) <= 0.1 s", p(50, TimingMetric.TTFT), bound(Operator.AT_MOST, 100)),
        check("p99(tpot)<250ms", p(99, TimingMetric.TPOT), bound(Operator.LESS, 250)),
        check("p99.9( icl )  <  2 min", p(99.9, TimingMetric.ICL), bound(Operator.LESS, 120_000)),
        check(
            "min(elapsed) > 1 ms",
            new Metric.Extreme(Metric.Extreme.Kind.MIN, TimingMetric.ELAPSED),
            bound(Operator.GREATER, 1)),
        check(
            "mean(elapsed) between 1 s and 2 s",
            new Metric.Extreme(Metric.Extreme.Kind.MEAN, TimingMetric.ELAPSED),
            new Between(1000, 2000)),
        check(
            "max(icl_max) < 3 s",
            new Metric.Extreme(Metric.Extreme.Kind.MAX, TimingMetric.ICL_MAX),
            bound(Operator.LESS, 3000)),
        check(
            "rate(errors) < 0.1 %", new Metric.Rate(new Part.Errors()), bound(Operator.LESS, 0.1)),
        check(
            "rate(success) == 100%",
            new Metric.Rate(new Part.Successes()), bound(Operator.EQUAL, 100)),
        check(
            "rate(cache=HIT) > 30 %",
            new Metric.Rate(new Part.OfCache(CacheStatus.HIT)), bound(Operator.GREATER, 30)),
        check(
            "rate(outcome=RATE_LIMITED, BUDGET_EXHAUSTED) < 10 %",
            new Metric.Rate(
                new Part.OfOutcomes(Set.of(Outcome.RATE_LIMITED, Outcome.BUDGET_EXHAUSTED))),
            bound(Operator.LESS, 10)),
        check(
            "count(samples) >= 50",
            new Metric.Count(new Part.Samples()),
            bound(Operator.AT_LEAST, 50)),
        check(
            "count(errors) != 3",
            new Metric.Count(new Part.Errors()),
            bound(Operator.NOT_EQUAL, 3)),
        check(
            "count(cache=MISS) between 1 and 4",
            new Metric.Count(new Part.OfCache(CacheStatus.MISS)),
            new Between(1, 4)),
        check(
            "count(outcome=FALLBACK) within 10 +- 2",
            new Metric.Count(new Part.OfOutcomes(Set.of(Outcome.FALLBACK))),
            new Within(10, 2)),
        check(
            "share(AI) within 30 % +- 2 pp",
            new Metric.OperationShare(OperationClass.AI), new Within(30, 2)),
        check(
            "share(AI chat (first)*) within 30 % ± 2.5 pp",
            new Metric.LabelShare("AI chat (first)*"), new Within(30, 2.5)),
        check("throughput >= 50 /s", new Metric.Throughput(), bound(Operator.AT_LEAST, 50)),
        check("max(users) >= 150", new Metric.MaxUsers(), bound(Operator.AT_LEAST, 150)),
        check(
            "sum(cost) <= 50000",
            new Metric.Sum(Metric.Sum.Quantity.COST),
            bound(Operator.AT_MOST, 50_000)),
        check(
            "sum(tokens_in) > 0",
            new Metric.Sum(Metric.Sum.Quantity.TOKENS_IN),
            bound(Operator.GREATER, 0)),
        check(
            "sum(tokens_out) > 1.5",
            new Metric.Sum(Metric.Sum.Quantity.TOKENS_OUT),
            bound(Operator.GREATER, 1.5)));
  }

  private static Arguments check(String text, Metric metric, Comparison comparison) {
    return Arguments.of(text, metric, comparison);
  }

  private static Metric p(double percentile, TimingMetric timing) {
    return new Metric.Percentile(percentile, timing);
  }

  private static Comparison bound(Operator operator, double value) {
    return new Bound(operator, value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("checks")
  void shouldReadEveryProduction(String text, Metric metric, Comparison comparison)
      throws CheckSyntaxException {
    Check check = CheckParser.parse(text);
    assertThat(check.metric()).isEqualTo(metric);
    assertThat(check.limit().comparison()).isEqualTo(comparison);
    assertThat(check.text()).isEqualTo(text);
    assertThat(text).endsWith(check.limit().text());
  }

  @Test
  void shouldKeepTheLimitAsWritten() throws CheckSyntaxException {
    assertThat(CheckParser.parse("p95(elapsed)   <  90 s ").limit().text()).isEqualTo("<  90 s");
    assertThat(CheckParser.parseTarget("> 50 %", Dimension.PERCENT))
        .isEqualTo(new Limit("> 50 %", bound(Operator.GREATER, 50)));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''|0|must begin with a known metric, not the end",
        "q95(elapsed) < 5 s|0|(did you mean 'p95'?); supported: p50(…), p95(…)",
        "rat(errors) < 5 %|0|did you mean 'rate'?",
        "circuit.opened >= 1|0|must begin with a known metric, not 'circuit.opened'",
        "p0(elapsed) < 5 s|0|must have a percentile between 0 and 100",
        "p100(elapsed) < 5 s|0|use min or max for the ends",
        "p95 < 5 s|4|must have '(' at '< 5 s'",
        "p95(elapse) < 5 s|4|did you mean 'elapsed'?); supported: elapsed, ttft, tpot, icl_max, icl",
        "p95(elapsed < 5 s|12|must have ')' at '< 5 s'",
        "max(user) < 5|4|did you mean 'users'?",
        "rate(samples) < 5 %|5|supported: errors, success, goodput, outcome=…, cache=…",
        "rate(cache=HITS) < 5 %|11|did you mean 'HIT'?); supported: HIT, MISS, BYPASS, UNKNOWN",
        "rate(cache) < 5 %|10|must have '=' at ') < 5 %'",
        "count(outcome=FALBACK) > 1|14|did you mean 'FALLBACK'?); supported: GENERATED, CACHED",
        "count(outcome=FALLBACK,) > 1|23|must have a known outcome, not ''",
        "share(ai) > 5 %|6|did you mean 'AI'?); supported: READ, AI, WRITE",
        "share() > 5 %|6|must have a share of a label pattern that is not empty",
        "share(AI .*) > 5 %|6|not a regular expression",
        "share(AI > 5 %|14|must have ')' at the end",
        "sum(tokens) > 5|4|supported: cost, tokens_in, tokens_out",
        "p95(elapsed)|12|must have a comparison at the end; supported: <, <=",
        "p95(elapsed) = 5 s|13|must have a known comparison, not '='",
        "p95(elapsed) => 5 s|13|must have a known comparison, not '=>'",
        "p95(elapsed) < fast|15|must have a value, a number that is not negative, at 'fast'",
        "p95(elapsed) < -5 s|15|a number that is not negative",
        "p95(elapsed) < 5|16|must have a unit of time after 5; supported: ms, s, min",
        "p95(elapsed) < 5 %|17|must have a unit of time after 5, not '%'; supported: ms, s, min",
        "p95(elapsed) < 5 h|17|not 'h'; supported: ms, s, min",
        "rate(errors) < 1|16|must have a unit of the metric after 1; supported: %",
        "rate(errors) < 1 s|17|not 's'; supported: %",
        "throughput > 50|15|supported: /s",
        "count(errors) < 5 %|18|must have no unit after 5, not '%'",
        "rate(errors) < 120 %|15|must have a value from 0 % to 100 %",
        "share(AI) within 30 % +- 2 %|27|margin in percentage points: pp after 2",
        "share(AI) within 30 %|21|must have '+-' at the end",
        "count(errors) between 5 or 6|24|must have no unit after 5, not 'or'",
        "count(errors) between 6 and 5|22|must have the lower value first",
        "p95(elapsed) between 6 s to 8 s|25|must have 'and' and an upper value at 'to 8 s'",
        "p95(elapsed) < 5 s always|19|must end before 'always'",
        "rate(errors) <= 100 %|13|this one always holds",
        "count(errors) >= 0|14|this one always holds",
        "count(errors) < 0|14|this one never is",
        "rate(success) > 100 %|14|this one never is",
        "share(AI) within 50 % +- 50 pp|10|this one always holds",
      })
  void shouldNameTheMistakeAndItsPlace(String text, int index, String message) {
    CheckSyntaxException e =
        catchThrowableOfType(CheckSyntaxException.class, () -> CheckParser.parse(text));
    assertThat(e).as(text).isNotNull();
    assertThat(e).hasMessageContaining(message);
    assertThat(e.index()).isEqualTo(index);
  }
}
