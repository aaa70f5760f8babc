package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatedCauseTest {

  private final RepeatedCause causes = new RepeatedCause();

  @Test
  void shouldTellACauseOnce() {
    String cause = "every AI request was UNAUTHORIZED (401): pass sessions=…";
    assertThat(causes.shortened("a", "limit < 1 %, observed 5 % (n = 9): " + cause))
        .isEqualTo("limit < 1 %, observed 5 % (n = 9): " + cause);
    assertThat(causes.shortened("b", "0 samples, 50 needed: " + cause))
        .isEqualTo("0 samples, 50 needed: the same as a");
    assertThat(causes.shortened("c", "limit < 2 s, observed 9 s (n = 9): " + cause))
        .isEqualTo("limit < 2 s, observed 9 s (n = 9): the same as a");
  }

  @Test
  void shouldLeaveAnotherCauseAndNoCauseAlone() {
    causes.shortened("a", "0 samples, 50 needed: one");
    assertThat(causes.shortened("b", "0 samples, 50 needed: two"))
        .isEqualTo("0 samples, 50 needed: two");
    assertThat(causes.shortened("c", "limit < 1 s, observed 2 s (n = 9)"))
        .isEqualTo("limit < 1 s, observed 2 s (n = 9)");
  }
}
