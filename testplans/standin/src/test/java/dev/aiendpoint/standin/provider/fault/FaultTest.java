package dev.aiendpoint.standin.provider.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiendpoint.standin.provider.answer.LatencyModel;
import dev.aiendpoint.standin.provider.answer.Model;
import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import dev.aiendpoint.standin.provider.wire.Ask;
import dev.aiendpoint.standin.provider.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each fault makes of a healthy answer, in every wire format. */
class FaultTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Model MODEL = new Model(new LatencyModel(Duration.ofMillis(600), 7), 7);

  private static TimedAnswer answer(Wire wire, boolean stream) {
    Ask ask = new Ask("m", "user-001", "", "?", 0, 10, stream, true);
    return MODEL.answer(wire, ask, 1, Instant.parse("2026-11-02T09:00:00Z"));
  }

  private static Stream<TimedAnswer> answers() {
    return Wire.ALL.stream().flatMap(wire -> Stream.of(answer(wire, false), answer(wire, true)));
  }

  private static Fault fault(String json) throws Exception {
    return new FaultParser("test", MAPPER.readTree(json)).parse().fault();
  }

  private static String sent(List<Step> steps) {
    return steps.stream()
        .map(
            step ->
                step instanceof Step.Whole whole
                    ? whole.body()
                    : step instanceof Step.Send send
                        ? send.text()
                        : step instanceof Step.End end ? end.text() : "")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void shouldGoForwardInTimeWhateverTheModeAndFormat(Mode mode) throws Exception {
    String status = mode == Mode.STATUS ? ",\"status\":529" : "";
    Fault fault = fault("{\"mode\":\"" + mode.word() + "\"" + status + "}");

    assertThat(fault.mode()).isEqualTo(mode);
    answers()
        .forEach(
            answer ->
                assertThat(fault.steps(answer).stream().map(Step::atNanos).toList())
                    .as(answer.wire().name())
                    .isSorted()
                    .allMatch(at -> at >= 0));
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"BURST", "SLOW_FIRST_TOKEN", "SLOW_TOKENS"})
  void shouldSayTheSameAsAHealthyAnswerWhenOnlyTimesDiffer(Mode mode) throws Exception {
    Fault fault = fault("{\"mode\":\"" + mode.word() + "\"}");

    answers()
        .forEach(
            answer ->
                assertThat(sent(fault.steps(answer)))
                    .as(answer.wire().name())
                    .isEqualTo(sent(answer.healthy())));
  }

  @Test
  void shouldPassTheWholeTextWhenAStallEnds() throws Exception {
    for (Wire wire : Wire.ALL) {
      TimedAnswer answer = answer(wire, true);
      List<Step> steps = fault("{\"mode\":\"stall\",\"stallMs\":5000}").steps(answer);

      assertThat(sent(steps)).isEqualTo(sent(answer.healthy()));
      // Opening and three pieces are sent, the next one is late.
      long pause = steps.get(5).atNanos() - steps.get(4).atNanos();
      assertThat(pause / 1e6).isGreaterThan(5_000);
    }
  }

  @Test
  void shouldBeginInTimeAndGoOnLateWhenTheFirstTokenIsSlow() throws Exception {
    TimedAnswer answer = answer(Wire.ALL.get(0), true);
    List<Step> steps = fault("{\"mode\":\"slow-first-token\",\"firstTokenMs\":9000}").steps(answer);

    assertThat(steps.get(1).atNanos()).isEqualTo(answer.arrival(0));
    assertThat(steps.get(2).atNanos() / 1e6).isCloseTo(9_000, within(0.1));
    assertThat((steps.get(3).atNanos() - steps.get(2).atNanos()))
        .isEqualTo(answer.arrival(1) - answer.arrival(0));
  }

  @Test
  void shouldEndOnlyByTheClientWhenItHangsOrStalls() throws Exception {
    assertThat(fault("{\"mode\":\"hang\"}").steps(answer(Wire.ALL.get(0), true))).isEmpty();
    List<Step> stall = fault("{\"mode\":\"stall\"}").steps(answer(Wire.ALL.get(0), true));
    assertThat(stall).hasSize(4);
    assertThat(stall.get(3)).isInstanceOf(Step.Send.class);
  }

  @Test
  void shouldHaveAPieceToBreakWhenItIsToldToBreakOneThatIsNotThere() throws Exception {
    for (Wire wire : Wire.ALL) {
      TimedAnswer answer = answer(wire, true);
      List<Step> steps = fault("{\"mode\":\"malformed\",\"afterPieces\":10000}").steps(answer);
      assertThat(sent(steps)).contains(",,]").isNotEqualTo(sent(answer.healthy()));
    }
  }
}
