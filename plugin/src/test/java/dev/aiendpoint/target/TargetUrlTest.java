package dev.aiendpoint.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://127.0.0.1:8080,          http,  127.0.0.1, 8080, ''",
    "https://connect.example,        https, connect.example, 443, ''",
    "HTTP://localhost/app/,          http,  localhost, 80, /app",
    "http://[::1]:9000/a/b,          http,  ::1, 9000, /a/b",
    "' http://localhost:1 ',         http,  localhost, 1, ''",
  })
  void shouldReadThePartsOfABaseUrl(
      String text, String scheme, String host, int port, String path) {
    assertThat(TargetUrl.parse("base.url", text))
        .isEqualTo(new TargetUrl(scheme, host, port, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:8080", "ftp://localhost", "http://", "http://a b", "http://h?x=1", ""})
  void shouldRefuseWhatIsNoBaseUrl(String text) {
    assertThatThrownBy(() -> TargetUrl.parse("base.url", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("base.url was '" + text + "' but must be http://host");
  }

  @Test
  void shouldNotRepeatAPassword() {
    assertThatThrownBy(() -> TargetUrl.parse("base.url", "http://me:secret@localhost"))
        .hasMessageContaining("***")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
    "http://[::1]:9000/a/,  http://[::1]:9000/a",
    "https://x.example:443, https://x.example",
  })
  void shouldShowItselfAsAUrl(String text, String shown) {
    assertThat(TargetUrl.parse("base.url", text)).hasToString(shown);
  }
}
