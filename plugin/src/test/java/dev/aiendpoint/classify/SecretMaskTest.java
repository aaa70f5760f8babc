package dev.aiendpoint.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Outcome;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a provider's key | Incorrect API key provided: sk-proj-abcDEF123*** | Incorrect API key"
            + " provided: ***",
        "a bearer token | got Bearer abc.def-123456 here | got *** here",
        "a JWT | token eyJhbGciOi.eyJzdWIi.x-y expired | token *** expired",
        "a session cookie | next-auth.session-token=abc123; Path=/ | next-auth.***; Path=/",
        "a connection URL | postgres://u:p@db/x | postgres:***db/x",
        "an ordinary text | Rate limit: 10 tokens of basic plan | Rate limit: 10 tokens of basic"
            + " plan",
      })
  void shouldMaskWhenTheTextHoldsASecret(String sentence, String text, String masked) {
    assertThat(SecretMask.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "Set-Cookie, true",
    "Cookie, true",
    "Proxy-Authorization, true",
    "Set-Cookie2, true",
    "Authentication-Info, true",
    "x-amz-security-token, true",
    "api-key, true",
    "Retry-After, false",
    "x-ratelimit-remaining-tokens, false",
    "X-Cache-Key, false",
  })
  void shouldHideTheHeaderWhenItCarriesASecret(String name, boolean hidden) {
    assertThat(SecretMask.hidesHeader(name)).isEqualTo(hidden);
  }

  @Test
  void shouldHideValuesWhenTheWildcardTookASecretsName() throws Exception {
    ResponseProfile profile =
        ResponseProfileReader.read(
            "p.json",
            """
            {"name":"p","outcome":[{"id":"x","when":{"status":400},"then":"CLIENT_ERROR",
              "message":"{$.*}"}]}""");
    Classification decided =
        profile.classify(
            ExchangeBuilder.status(400)
                .body("{\"reason\":\"bad\",\"accessToken\":\"hunter2\",\"more\":{\"a\":1}}")
                .build(),
            Set.of());
    assertThat(decided.outcome()).isEqualTo(Outcome.CLIENT_ERROR);
    assertThat(decided.message()).isEqualTo("reason: bad; accessToken: ***; more: {…}");
  }

  @Test
  void shouldBeOneShortLineWhenTheTextIsLongOrHasLines() {
    assertThat(MessageTemplate.line("a\r\n\tb\u0000c")).isEqualTo("a b c");
    assertThat(MessageTemplate.line("x".repeat(5000))).hasSize(MessageTemplate.MAX_RENDERED);
  }
}
