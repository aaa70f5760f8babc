package dev.aiendpoint.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhaseTableParserTest {

  @Test
  void shouldReadEveryCellWhenTableIsRight() {
    PhaseTable table =
        PhaseTableParser.parse(
            List.of(
                new PhaseRow(" warm-up ", "10", "2 min", "none"),
                new PhaseRow("normal", "50 users", "2 min 30 s", "25 %"),
                new PhaseRow("+", "75", "1.5h", "all"),
                new PhaseRow("burst", "30/min", "500ms", "0%")));

    assertThat(table.problems()).isEmpty();
    assertThat(table.phases())
        .containsExactly(
            new Phase("warm-up", new Level.Users(10), Duration.ofMinutes(2), 0),
            new Phase("normal", new Level.Users(50), Duration.ofSeconds(150), 0.25),
            new Phase("normal", new Level.Users(75), Duration.ofMinutes(90), 1),
            new Phase("burst", new Level.Arrivals(0.5), Duration.ofMillis(500), 0));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "unknown unit of time", row("b", "5", "3 parsecs", "none"), "length", "'3 parsecs'"),
        mistake("a bare number is no time", row("b", "5", "30", "none"), "length", "'30'"),
        mistake("'m' could be minutes or milli", row("b", "5", "3 m", "none"), "length", "'3 m'"),
        mistake("the same unit twice", row("b", "5", "3 s 4 s", "none"), "length", "'3 s 4 s'"),
        mistake("text after a time", row("b", "5", "3 s!", "none"), "length", "'3 s!'"),
        mistake("zero length", row("b", "5", "0 s", "none"), "length", "above 0"),
        mistake("negative length", row("b", "5", "-3 s", "none"), "length", "'-3 s'"),
        mistake("a length beyond reason", row("b", "5", "1001 h", "none"), "length", "1000 h"),
        mistake("no length", row("b", "5", "", "none"), "length", "''"),
        mistake("negative users", row("b", "-5", "3 s", "none"), "users or arrivals", "'-5'"),
        mistake("half a user", row("b", "2.5", "3 s", "none"), "users or arrivals", "'2.5'"),
        mistake(
            "too many users", row("b", "1000001", "3 s", "none"), "users or arrivals", "'1000001'"),
        mistake("no level", row("b", "", "3 s", "none"), "users or arrivals", "''"),
        mistake(
            "unknown unit of a rate",
            row("b", "5/day", "3 s", "none"),
            "users or arrivals",
            "'5/day'"),
        mistake("negative rate", row("b", "-5/s", "3 s", "none"), "users or arrivals", "'-5/s'"),
        mistake("unknown word for a ramp", row("b", "5", "3 s", "some"), "ramp", "'some'"),
        mistake("more than the whole ramp", row("b", "5", "3 s", "101 %"), "ramp", "'101 %'"),
        mistake("a ramp without unit", row("b", "5", "3 s", "25"), "ramp", "'25'"),
        mistake("no ramp", row("b", "5", "3 s", ""), "ramp", "''"),
        mistake("a name with comma", row("b,c", "5", "3 s", "none"), "name", "without comma"),
        mistake("the name of the row above", row("a", "5", "3 s", "none"), "name", "no other row"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void shouldNameRowPhaseColumnAndValueWhenCellIsWrong(
      String sentence, PhaseRow wrong, String column, String part) {
    PhaseTable table = PhaseTableParser.parse(List.of(row("a", "1", "1 s", "none"), wrong));

    assertThat(table.problems()).hasSize(1);
    assertThat(table.problems().get(0).toString())
        .startsWith("row 2 (" + wrong.name() + "): " + column + " was '")
        .contains(part)
        .contains("' but must be ")
        .contains("; supported: ");
  }

  @Test
  void shouldNameRowWhenNameIsEmpty() {
    assertThat(PhaseTableParser.parse(List.of(row(" ", "1", "1 s", "none"))).problems())
        .singleElement()
        .hasToString(
            "row 1: name was '' but must be not empty; supported: any text of up to 60 characters"
                + " without comma, or + for a further step of the phase above");
  }

  @Test
  void shouldRefuseFurtherStepWhenNoPhaseIsAbove() {
    assertThat(PhaseTableParser.parse(List.of(row("+", "1", "1 s", "none"))).problems())
        .singleElement()
        .asString()
        .startsWith("row 1: name was '+' but must be a name");
  }

  @Test
  void shouldRefuseTableWithoutRows() {
    assertThat(PhaseTableParser.parse(List.of()).problems())
        .singleElement()
        .asString()
        .contains("at least one row");
  }

  @Test
  void shouldReportAllMistakesAtOnce() {
    PhaseTable table =
        PhaseTableParser.parse(
            List.of(
                row("", "-1", "x", "y"),
                row("a", "1", "1 s", "none"),
                row("a", "1", "0 s", "none")));

    assertThat(table.isValid()).isFalse();
    assertThat(table.problems())
        .extracting(problem -> problem.row() + " " + problem.column())
        .containsExactly(
            "1 name", "1 users or arrivals", "1 length", "1 ramp", "3 name", "3 length");
  }

  @ParameterizedTest
  @EnumSource
  void shouldAcceptEveryPreset(PhasePreset preset) {
    assertThat(PhaseTableParser.parse(preset.rows()).problems()).isEmpty();
  }

  private static PhaseRow row(String name, String level, String length, String ramp) {
    return new PhaseRow(name, level, length, ramp);
  }

  private static Arguments mistake(String sentence, PhaseRow row, String column, String part) {
    return Arguments.of(sentence, row, column, part);
  }
}
