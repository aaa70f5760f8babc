package dev.aiendpoint.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackRuleTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "127.0.0.1,           true",
    "127.8.7.6,           true",
    "localhost,           true",
    "::1,                 true",
    "10.0.0.1,            false",
    "192.168.1.1,         false",
    "0.0.0.0,             false",
    "load-target.invalid, false",
  })
  void shouldKnowWhatIsThisMachine(String host, boolean loopback) {
    assertThat(LoopbackRule.isLoopback(host)).isEqualTo(loopback);
  }
}
