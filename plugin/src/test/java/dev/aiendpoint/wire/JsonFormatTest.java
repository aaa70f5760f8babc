package dev.aiendpoint.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.exchange.ContentTimings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "OpenAI chat | {`object`:`chat.completion`,`choices`:[{`index`:0,`message`:{`role`:`assistant`,`content`:`Hi`,`reasoning_content`:`Hm`},`finish_reason`:`stop`}],`usage`:{`prompt_tokens`:9,`completion_tokens`:2}} | Hi | Hm | 9/2/-/- | stop | -",
        "OpenAI Responses | {`object`:`response`,`status`:`completed`,`error`:null,`output`:[{`type`:`reasoning`,`summary`:[{`type`:`summary_text`,`text`:`Hm`}]},{`type`:`message`,`content`:[{`type`:`output_text`,`text`:`Hi`}]}],`usage`:{`input_tokens`:9,`output_tokens`:2}} | Hi | Hm | 9/2/-/- | completed | -",
        "Anthropic | {`type`:`message`,`content`:[{`type`:`thinking`,`thinking`:`Hm`},{`type`:`text`,`text`:`Hi`}],`stop_reason`:`end_turn`,`usage`:{`input_tokens`:9,`output_tokens`:2}} | Hi | Hm | 9/2/-/- | end_turn | -",
        "Gemini | {`candidates`:[{`content`:{`parts`:[{`text`:`Hm`,`thought`:true},{`text`:`Hi`}]},`finishReason`:`STOP`}],`usageMetadata`:{`promptTokenCount`:9,`candidatesTokenCount`:2}} | Hi | Hm | 9/2/-/- | STOP | -",
        "Gemini, streamed without alt=sse | [{`candidates`:[{`content`:{`parts`:[{`text`:`H`}]}}]},{`candidates`:[{`content`:{`parts`:[{`text`:`i`}]},`finishReason`:`STOP`}],`usageMetadata`:{`promptTokenCount`:9,`candidatesTokenCount`:2}}] | Hi | ~~ | 9/2/-/- | STOP | -",
        "Bedrock Converse | {`output`:{`message`:{`role`:`assistant`,`content`:[{`text`:`Hi`}]}},`stopReason`:`end_turn`,`usage`:{`inputTokens`:9,`outputTokens`:2}} | Hi | ~~ | 9/2/-/- | end_turn | -",
        "Connect chat | {`success`:true,`conversationId`:`c`,`message`:`Hi`,`messageId`:`m`,`usage`:{`inputTokens`:9,`outputTokens`:2},`cost`:150.2} | Hi | ~~ | 9/2/-/- | - | -",
        "Connect explanation | {`success`:true,`matchId`:`m`,`explanation`:{`summary`:`Hi`,`reasons`:[]},`metadata`:{`cached`:false,`cost`:200,`usage`:{`inputTokens`:9,`outputTokens`:2}}} | Hi | ~~ | 9/2/-/- | - | -",
        "Connect explanation from the cache | {`success`:true,`explanation`:{`summary`:`Hi`},`metadata`:{`cached`:true,`cost`:0}} | Hi | ~~ | - | - | -",
        "Connect refuses | {`error`:`Rate Limit Exceeded`,`message`:`10 a minute`} | ~~ | ~~ | - | - | Rate Limit Exceeded: 10 a minute",
        "OpenAI error | {`error`:{`message`:`m`,`type`:`invalid_request_error`,`param`:null,`code`:`c`}} | ~~ | ~~ | - | - | invalid_request_error: m",
        "Anthropic error | {`type`:`error`,`error`:{`type`:`overloaded_error`,`message`:`Overloaded`}} | ~~ | ~~ | - | - | overloaded_error: Overloaded",
        "OpenRouter error beside choices | {`choices`:[{`message`:{`content`:`Hi`},`finish_reason`:`error`}],`error`:{`code`:502,`message`:`gone`}} | Hi | ~~ | - | error | 502: gone",
        "health | {`status`:`ok`,`latency`:3,`checks`:{`database`:{`status`:`unhealthy`,`error`:`down`}}} | ~~ | ~~ | - | - | -",
        "a list of anything | [1,2] | ~~ | ~~ | - | - | -",
        "unknown | {`answer`:`Hi`} | Hi | ~~ | - | - | -",
      })
  void shouldReadTheBody(
      String sentence,
      String body,
      String text,
      String reasoning,
      String usage,
      String finish,
      String error)
      throws Exception {
    for (String format : new String[] {"auto", "json", "openai-chat", "generic"}) {
      AnswerReader reader =
          AnswerReader.of(format, "application/json", Streams.SENT, ReadLimits.DEFAULT);
      Streams.feed(reader, body.replace('`', '"'), Streams.SENT + 1);
      Answer answer = reader.end();

      assertThat(reader.isStream()).isFalse();
      assertThat(answer.format()).isEqualTo("json");
      assertThat(answer.streamed()).isFalse();
      assertThat(answer.terminated()).isTrue();
      assertThat(answer.timings()).isSameAs(ContentTimings.NONE);
      assertThat(answer.text()).isEqualTo(text);
      assertThat(answer.reasoning()).isEqualTo(reasoning);
      assertThat(UsageReaderTest.shortForm(answer.usage())).isEqualTo(usage);
      assertThat(answer.finishReason().orElse("-")).isEqualTo(finish);
      assertThat(answer.error().orElse("-")).isEqualTo(error);
    }
  }
}
