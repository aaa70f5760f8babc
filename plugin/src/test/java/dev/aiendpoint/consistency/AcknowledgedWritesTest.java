package dev.aiendpoint.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcknowledgedWritesTest {

  private final AcknowledgedWrites writes = new AcknowledgedWrites();

  private static Writer writer(int number) {
    return new Writer("user-" + number, "Cookie", "secret-" + number);
  }

  @Test
  void shouldRememberWhoWroteWhatOnceEach() {
    writes.add(writer(1), "p2");
    writes.add(writer(2), "p2");
    writes.add(writer(1), "p1");
    writes.add(writer(1), "p2");

    assertThat(writes.writers()).containsExactly(writer(1), writer(2));
    assertThat(writes.itemsOf(writer(1))).containsExactly("p2", "p1");
    assertThat(writes.itemsOf(writer(3))).isEmpty();
  }

  @Test
  void shouldLoseNothingWhenManyUsersWrite() {
    IntStream.range(0, 4_000).parallel().forEach(i -> writes.add(writer(i % 40), "p" + i));

    assertThat(writes.writers()).hasSize(40);
    assertThat(writes.writers().stream().mapToInt(w -> writes.itemsOf(w).size()).sum())
        .isEqualTo(4_000);
  }

  @Test
  void shouldForgetTheLastRun() {
    writes.add(writer(1), "p1");
    writes.clear();

    assertThat(writes.writers()).isEmpty();
  }

  @Test
  void shouldKeepTheSecretOutOfTexts() {
    assertThat(writer(1)).hasToString("user-1");
    assertThat(new Writer("", "Cookie", "secret")).hasToString("writer");
  }
}
