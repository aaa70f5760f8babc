package dev.aiendpoint.standin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplanationTest {

  @Test
  void shouldReadThePartsWhenLinesAreLabelled() {
    assertThat(Explanation.parse("요약: 맞습니다.\n이유: 하나\n이유: 둘\n주의: 마감\n추천: 신청"))
        .isEqualTo(new Explanation("맞습니다.", java.util.List.of("하나", "둘"), "마감", "신청"));
  }

  @Test
  void shouldTakeAllAsTheSummaryWhenNothingIsLabelled() {
    Explanation explanation = Explanation.parse("좋은 과제입니다.\n\n신청하세요.");

    assertThat(explanation.summary()).isEqualTo("좋은 과제입니다. 신청하세요.");
    assertThat(explanation.reasons()).isEmpty();
  }

  @Test
  void shouldLoseAboutTheShareAndAlwaysTheSameWhenWritesAreLost() {
    LostWrites lost = new LostWrites(0.05, 1);
    int count = 0;
    for (int user = 0; user < 100; user++) {
      for (int program = 0; program < 60; program++) {
        boolean loses = lost.loses("user-" + user, "program-" + program);
        assertThat(lost.loses("user-" + user, "program-" + program)).isEqualTo(loses);
        count += loses ? 1 : 0;
      }
    }
    assertThat(count).isBetween(240, 360);
    assertThat(new LostWrites(0, 1).loses("a", "b")).isFalse();
    assertThat(new LostWrites(1, 1).loses("a", "b")).isTrue();
  }
}
