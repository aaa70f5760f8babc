package dev.aiendpoint.jmeter.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserThreadsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "auto", "platform"})
  void shouldMakeNamedThreadsThatAreNotStarted(String text) {
    Thread thread = UserThreads.parse(text).unstarted("users 1-1", () -> {});

    assertThat(thread.getName()).isEqualTo("users 1-1");
    assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void shouldUseVirtualThreadsWhereTheJdkHasThem() throws ReflectiveOperationException {
    Thread thread = UserThreads.parse("auto").unstarted("users 1-1", () -> {});

    assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void shouldRefuseVirtualThreadsWhereTheJdkLacksThem() {
    assertThatThrownBy(() -> UserThreads.parse("virtual"))
        .hasMessage(
            "settings: ai.threads was 'virtual' but must be a kind of thread that this JDK has;"
                + " supported: auto, platform");
  }

  @Test
  void shouldRefuseAnUnknownKind() {
    assertThatThrownBy(() -> UserThreads.parse("fibers"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ai.threads was 'fibers'");
  }
}
