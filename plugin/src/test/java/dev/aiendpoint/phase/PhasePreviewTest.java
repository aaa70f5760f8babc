package dev.aiendpoint.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhasePreviewTest {

  private static PhasedLoadText text(PhaseRow... rows) {
    return new PhasedLoadText(List.of(rows), "30 s", "100", "even", "");
  }

  @Test
  void shouldHaveALoadWhenAllIsKnownAndRight() {
    PhasePreview preview = PhasePreview.of(text(new PhaseRow("a", "5", "10 s", "none")));

    assertThat(preview.variables()).isFalse();
    assertThat(preview.problems()).isEmpty();
    assertThat(preview.load().orElseThrow().peakUsers()).isEqualTo(5);
  }

  @Test
  void shouldHaveNoLoadAndNoProblemWhenCellsAreVariables() {
    PhasePreview preview =
        PhasePreview.of(
            new PhasedLoadText(
                List.of(
                    new PhaseRow("${n}", "${u}", "${l} s", "${r}"),
                    new PhaseRow("${n}", "${__P(u,1)}", "1 s", "none")),
                "${g}",
                "${m}",
                "${a}",
                "${s}"));

    assertThat(preview.variables()).isTrue();
    assertThat(preview.problems()).isEmpty();
    assertThat(preview.load()).isEmpty();
  }

  @Test
  void shouldStillFindMistakesBesideVariables() {
    PhasePreview preview =
        PhasePreview.of(
            text(new PhaseRow("a", "${u}", "1 s", "none"), new PhaseRow("b", "-1", "1 s", "none")));

    assertThat(preview.problems())
        .singleElement()
        .asString()
        .startsWith("row 2 (b): users or arrivals was '-1'");
    assertThat(preview.cells()).hasSize(1);
  }
}
