package dev.aiendpoint.standin.provider.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.standin.options.Scale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FaultScriptParserTest {

  private static FaultScript parse(double scale, String text) throws InvalidFaultException {
    return new FaultScriptParser("day.json", new Scale(scale, 1)).parse(text);
  }

  @Test
  void shouldScaleItsTimesButNotAFaultsWhenTheRunIsShortened() throws Exception {
    FaultScript script =
        parse(
            0.1,
            "[{\"atMs\":0,\"mode\":\"healthy\"},{\"atMs\":60000,\"mode\":\"status\",\"status\":503,"
                + "\"delayMs\":1000,\"durationMs\":30000,\"share\":0.5}]");

    assertThat(script.steps())
        .containsExactly(
            new FaultScript.Step(0, FaultSetting.HEALTHY),
            new FaultScript.Step(
                6_000, new FaultSetting(new Status(503, 1_000, 0), 0.5, OptionalLong.of(3_000))));
  }

  @Test
  void shouldNameEveryProblemWithItsStepWhenSeveralAreWrong() {
    assertThatThrownBy(
            () ->
                parse(
                    1,
                    "[{\"atMs\":500,\"mode\":\"explode\"},{\"atMs\":400,\"mode\":\"hang\"},"
                        + "{\"mode\":\"hang\"},{\"atMs\":600,\"mode\":\"hang\",\"at\":1}]"))
        .isInstanceOf(InvalidFaultException.class)
        .hasMessageContaining("day.json: step 1: mode was 'explode' but must be one of its words")
        .hasMessageContaining(
            "day.json: step 2: atMs was '400' but must be whole milliseconds from"
                + " 500, the step before")
        .hasMessageContaining("day.json: step 3: atMs was ''")
        .hasMessageContaining("day.json: step 4: member was 'at'");
  }

  @Test
  void shouldSayWhereWhenItIsNoJson() {
    assertThatThrownBy(() -> parse(1, "[\n  {\"atMs\":0,,}]"))
        .hasMessageContaining("day.json: line 2, column ");
    assertThatThrownBy(() -> parse(1, "{}")).hasMessageContaining("must be a list of steps");
  }
}
