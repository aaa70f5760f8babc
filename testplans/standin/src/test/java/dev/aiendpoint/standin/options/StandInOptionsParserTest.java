package dev.aiendpoint.standin.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInOptionsParserTest {

  private static StandInOptions parse(String... arguments) {
    return new StandInOptionsParser().parse(arguments, Map.of());
  }

  @Test
  void shouldBeHealthyWhenNothingIsGiven() {
    StandInOptions options = parse();

    assertThat(options.port()).isZero();
    assertThat(options.endWithParent()).isFalse();
    assertThat(options.cache()).isEqualTo(CacheMode.ON);
    assertThat(options.breaker()).isEqualTo(BreakerMode.ON);
    assertThat(options.visibility()).isEqualTo(Visibility.OPAQUE);
    assertThat(options.auth()).isEqualTo(AuthMode.ON);
    assertThat(options.database()).isEqualTo(DatabaseMode.UP);
    assertThat(options.loseWrites()).isZero();
    assertThat(options.ai().medianLatency()).isEqualTo(Duration.ofMillis(600));
    assertThat(options.ai().capacity()).hasValue(105);
    assertThat(options.ai().dailyBudget()).isEmpty();
    assertThat(options.ai().chatsPerMinute()).isEqualTo(10);
    assertThat(options.ai().openTime()).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.ai().timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(options.ai().provider().script()).isEmpty();
  }

  @Test
  void shouldReadBothFormsWhenArgumentsNameSettings() {
    StandInOptions options =
        parse(
            "--port",
            "8123",
            "--standin.breaker=stuck-half-open",
            "--end-with-parent",
            "--standin.ai.capacity=unlimited",
            "--users.scale",
            "0.2");

    assertThat(options.port()).isEqualTo(8123);
    assertThat(options.breaker()).isEqualTo(BreakerMode.STUCK_HALF_OPEN);
    assertThat(options.endWithParent()).isTrue();
    assertThat(options.ai().capacity()).isEmpty();
    assertThat(options.scale().users(105)).isEqualTo(21);
  }

  @Test
  void shouldBeHealthyWhenASettingIsBlank() {
    assertThat(parse("--standin.cache=", "--duration.scale", " ")).isEqualTo(parse());
  }

  @Test
  void shouldPreferTheArgumentWhenASystemPropertySaysOtherwise() {
    StandInOptions options =
        new StandInOptionsParser()
            .parse(
                new String[] {"--standin.cache=on"},
                Map.of("standin.cache", "off", "standin.auth", "reject", "user.home", "/x"));

    assertThat(options.cache()).isEqualTo(CacheMode.ON);
    assertThat(options.auth()).isEqualTo(AuthMode.REJECT);
  }

  @Test
  void shouldNameEveryProblemWhenSeveralSettingsAreWrong() {
    assertThatThrownBy(
            () -> parse("--standin.cache=maybe", "--standin.lose.writes", "1.5", "--port=-1"))
        .isInstanceOf(InvalidOptionsException.class)
        .hasMessageContaining(
            "stand-in: standin.cache was 'maybe' but must be one of its words; supported: on, off")
        .hasMessageContaining("standin.lose.writes was '1.5' but must be a share from 0 to 1")
        .hasMessageContaining("port was '-1' but must be a port from 0 to 65535")
        .extracting(e -> ((InvalidOptionsException) e).problems().size())
        .isEqualTo(3);
  }

  @Test
  void shouldKnowOnlySomeNamesWhenToldSo() {
    StandInOptionsParser some = new StandInOptionsParser(Set.of("port", "standin.seed"));

    assertThat(some.parse(new String[] {"--port=7"}, Map.of("standin.seed", "3")).seed())
        .isEqualTo(3);
    assertThatThrownBy(
            () ->
                new StandInOptionsParser(Set.of("port"))
                    .parse(new String[] {"--standin.cache=off"}, Map.of()))
        .hasMessageContaining(
            "option was 'standin.cache' but must be a known name; supported: port");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a misspelt name,             --standin.cash=on",
    "an argument without dashes,  standin.cache=on",
    "a name without its value,    --port",
    "a number that is none,       --duration.scale=fast",
    "not a number at all,         --duration.scale=NaN",
    "a scale of nothing,          --users.scale=0",
    "a capacity of nothing,       --standin.ai.capacity=0",
    "a budget below nothing,      --standin.ai.budget=-1",
    "a sessions file not there,   --standin.sessions=/nowhere/sessions.csv",
    "a script that is not there,  --standin.provider.script=/nowhere/script.json",
    "an open time of nothing,     --standin.open.time=0"
  })
  void shouldRefuseWhenASettingIsWrong(String sentence, String argument) {
    assertThatThrownBy(() -> parse(argument)).isInstanceOf(InvalidOptionsException.class);
  }
}
