package dev.aiendpoint.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({"300, 300, 300 KRW", "0.5, 0.5, 0.5 KRW", "' 50000.00 ', 50000, 50000 KRW"})
  void shouldReadAnAmount(String text, double amount, String shown) {
    Budget budget = Budget.parse(text, "KRW");

    assertThat(budget.amount()).isEqualTo(amount);
    assertThat(budget.text()).isEqualTo(shown);
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(
      strings = {
        "abc",
        "0",
        "0.0",
        "-1",
        "1,000",
        "300 KRW",
        "NaN",
        "1e3",
        "0x10",
        "1d",
        "1000000001",
        "."
      })
  void shouldRefuseWhatIsNoAmount(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Budget.parse(text, "KRW"))
        .withMessage(
            "budget was '"
                + text
                + "' but must be a number above 0 and at most 1000000000 in the response profile's"
                + " currency (KRW), such as 300 or 0.5");
  }

  @Test
  void shouldNameNoCurrencyWhenTheProfileHasNone() {
    assertThat(Budget.parse("3", "").text()).isEqualTo("3");
  }
}
