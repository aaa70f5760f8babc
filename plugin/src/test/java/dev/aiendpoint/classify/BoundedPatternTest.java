package dev.aiendpoint.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {

  @Test
  void shouldFindWhenThePatternIsAnywhere() {
    assertThat(BoundedPattern.compile("is (?:now )?OPEN").isIn("it is now OPEN!")).isTrue();
    assertThat(BoundedPattern.compile("^OPEN$").isIn("it is OPEN")).isFalse();
  }

  @Test
  void shouldGiveUpWhenTheSearchTakesTooManySteps() {
    BoundedPattern slow = BoundedPattern.compile("a*a*a*a*a*b");
    Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> assertThat(slow.isIn("a".repeat(60_000))).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+", "(a|b)*", "(?:ab){3,}", "(ab){1,500}", "(", "[z-a]", ""})
  void shouldRefuseWhenThePatternIsAbsurdOrWrong(String regex) {
    assertThatThrownBy(() -> BoundedPattern.compile(regex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a regular expression");
  }

  @Test
  void shouldRefuseWhenThePatternIsLong() {
    assertThatThrownBy(() -> BoundedPattern.compile("a".repeat(301)))
        .hasMessageContaining("1 to 300 characters");
  }
}
