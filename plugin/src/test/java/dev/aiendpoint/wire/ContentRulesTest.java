package dev.aiendpoint.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.exchange.ContentTimings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one event counts as, format by format: the rules of the metric definitions. */
class ContentRulesTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "openai-chat | role only | {`choices`:[{`delta`:{`role`:`assistant`}}]} | NOTHING",
        "openai-chat | empty content | {`choices`:[{`delta`:{`role`:`assistant`,`content`:``}}]} | NOTHING",
        "openai-chat | null content | {`choices`:[{`delta`:{`content`:null}}]} | NOTHING",
        "openai-chat | padding | {`choices`:[{`delta`:{}}],`obfuscation`:`aaaa`} | NOTHING",
        "openai-chat | finish only | {`choices`:[{`delta`:{},`finish_reason`:`stop`}]} | NOTHING",
        "openai-chat | usage only | {`choices`:[],`usage`:{`prompt_tokens`:1}} | NOTHING",
        "openai-chat | content filter of Azure | {`choices`:[],`prompt_filter_results`:[{}]} | NOTHING",
        "openai-chat | text | {`choices`:[{`delta`:{`content`:`a`}}]} | VISIBLE",
        "openai-chat | a space is text | {`choices`:[{`delta`:{`content`:` `}}]} | VISIBLE",
        "openai-chat | refusal | {`choices`:[{`delta`:{`refusal`:`no`}}]} | VISIBLE",
        "openai-chat | second choice | {`choices`:[{`index`:1,`delta`:{`content`:`a`}}]} | VISIBLE",
        "openai-chat | older completions | {`choices`:[{`text`:`a`}]} | VISIBLE",
        "openai-chat | reasoning of vLLM | {`choices`:[{`delta`:{`reasoning`:`a`}}]} | HIDDEN",
        "openai-chat | reasoning of DeepSeek | {`choices`:[{`delta`:{`content`:null,`reasoning_content`:`a`}}]} | HIDDEN",
        "openai-chat | encrypted reasoning of OpenRouter | {`choices`:[{`delta`:{`content`:``,`reasoning_details`:[{`type`:`reasoning.encrypted`,`data`:`x`}]}}]} | HIDDEN",
        "openai-chat | thinking of Mistral | {`choices`:[{`delta`:{`content`:[{`type`:`thinking`,`thinking`:[{`type`:`text`,`text`:`a`}]}]}}]} | HIDDEN",
        "openai-chat | tool name | {`choices`:[{`delta`:{`tool_calls`:[{`function`:{`name`:`f`,`arguments`:``}}]}}]} | HIDDEN",
        "openai-chat | tool arguments | {`choices`:[{`delta`:{`tool_calls`:[{`function`:{`arguments`:`{`}}]}}]} | HIDDEN",
        "openai-chat | empty tool arguments | {`choices`:[{`delta`:{`tool_calls`:[{`function`:{`arguments`:``}}]}}]} | NOTHING",
        "openai-chat | end mark | [DONE] | NOTHING",
        "openai-chat | no JSON | hello | NOTHING",
        "openai-responses | created | {`type`:`response.created`,`response`:{}} | NOTHING",
        "openai-responses | text | {`type`:`response.output_text.delta`,`delta`:`a`} | VISIBLE",
        "openai-responses | empty text | {`type`:`response.output_text.delta`,`delta`:``} | NOTHING",
        "openai-responses | refusal | {`type`:`response.refusal.delta`,`delta`:`a`} | VISIBLE",
        "openai-responses | open reasoning | {`type`:`response.reasoning_text.delta`,`delta`:`a`} | HIDDEN",
        "openai-responses | reasoning summary | {`type`:`response.reasoning_summary_text.delta`,`delta`:`a`} | HIDDEN",
        "openai-responses | arguments | {`type`:`response.function_call_arguments.delta`,`delta`:`{`} | HIDDEN",
        "openai-responses | a tool of its own | {`type`:`response.mcp_call_arguments.delta`,`delta`:`{`} | HIDDEN",
        "openai-responses | a tool is chosen | {`type`:`response.output_item.added`,`item`:{`type`:`web_search_call`}} | HIDDEN",
        "openai-responses | a message begins | {`type`:`response.output_item.added`,`item`:{`type`:`message`,`content`:[]}} | NOTHING",
        "openai-responses | spoken | {`type`:`response.audio.transcript.delta`,`delta`:`a`} | VISIBLE",
        "openai-responses | done repeats | {`type`:`response.output_text.done`,`text`:`a`} | NOTHING",
        "openai-responses | completed without deltas | {`type`:`response.completed`,`response`:{`output`:[{`type`:`message`,`content`:[{`type`:`output_text`,`text`:`a`}]}]}} | VISIBLE",
        "anthropic | ping | {`type`:`ping`} | NOTHING",
        "anthropic | start | {`type`:`message_start`,`message`:{`content`:[],`usage`:{`input_tokens`:1}}} | NOTHING",
        "anthropic | empty block | {`type`:`content_block_start`,`content_block`:{`type`:`text`,`text`:``}} | NOTHING",
        "anthropic | text | {`type`:`content_block_delta`,`delta`:{`type`:`text_delta`,`text`:`a`}} | VISIBLE",
        "anthropic | thinking | {`type`:`content_block_delta`,`delta`:{`type`:`thinking_delta`,`thinking`:`a`}} | HIDDEN",
        "anthropic | hidden thinking | {`type`:`content_block_start`,`content_block`:{`type`:`redacted_thinking`,`data`:`x`}} | HIDDEN",
        "anthropic | signature | {`type`:`content_block_delta`,`delta`:{`type`:`signature_delta`,`signature`:`x`}} | NOTHING",
        "anthropic | citation | {`type`:`content_block_delta`,`delta`:{`type`:`citations_delta`,`citation`:{}}} | NOTHING",
        "anthropic | tool name | {`type`:`content_block_start`,`content_block`:{`type`:`tool_use`,`name`:`f`}} | HIDDEN",
        "anthropic | tool input | {`type`:`content_block_delta`,`delta`:{`type`:`input_json_delta`,`partial_json`:`{`}} | HIDDEN",
        "anthropic | empty tool input | {`type`:`content_block_delta`,`delta`:{`type`:`input_json_delta`,`partial_json`:``}} | NOTHING",
        "anthropic | usage only | {`type`:`message_delta`,`delta`:{`stop_reason`:`end_turn`},`usage`:{`output_tokens`:2}} | NOTHING",
        "gemini | text | {`candidates`:[{`content`:{`parts`:[{`text`:`a`}]}}]} | VISIBLE",
        "gemini | thought | {`candidates`:[{`content`:{`parts`:[{`text`:`a`,`thought`:true}]}}]} | HIDDEN",
        "gemini | empty text with a signature | {`candidates`:[{`content`:{`parts`:[{`text`:``,`thoughtSignature`:`x`}]}}]} | NOTHING",
        "gemini | finish only | {`candidates`:[{`finishReason`:`STOP`}]} | NOTHING",
        "gemini | usage only | {`usageMetadata`:{`promptTokenCount`:1}} | NOTHING",
        "gemini | function call | {`candidates`:[{`content`:{`parts`:[{`functionCall`:{`name`:`f`,`args`:{}}}]}}]} | HIDDEN",
        "gemini | image | {`candidates`:[{`content`:{`parts`:[{`inlineData`:{`mimeType`:`image/png`,`data`:`x`}}]}}]} | VISIBLE",
        "vercel-ui | start | {`type`:`start`,`messageId`:`m`} | NOTHING",
        "vercel-ui | text start | {`type`:`text-start`,`id`:`0`} | NOTHING",
        "vercel-ui | text | {`type`:`text-delta`,`id`:`0`,`delta`:`a`} | VISIBLE",
        "vercel-ui | empty text | {`type`:`text-delta`,`id`:`0`,`delta`:``} | NOTHING",
        "vercel-ui | reasoning | {`type`:`reasoning-delta`,`id`:`0`,`delta`:`a`} | HIDDEN",
        "vercel-ui | tool name | {`type`:`tool-input-start`,`toolName`:`f`} | HIDDEN",
        "vercel-ui | tool input | {`type`:`tool-input-delta`,`inputTextDelta`:`{`} | HIDDEN",
        "vercel-ui | whole tool call | {`type`:`tool-input-available`,`toolName`:`f`,`input`:{}} | HIDDEN",
        "vercel-ui | tool result | {`type`:`tool-output-available`,`output`:{`text`:`a`}} | NOTHING",
        "vercel-ui | the application's data | {`type`:`data-status`,`data`:{`text`:`a`}} | NOTHING",
        "vercel-ui | file | {`type`:`file`,`url`:`data:,x`,`mediaType`:`image/png`} | VISIBLE",
        "vercel-ui | usage only | {`type`:`message-metadata`,`messageMetadata`:{`usage`:{`inputTokens`:1}}} | NOTHING",
        "vercel-ui | finish | {`type`:`finish`} | NOTHING",
        "generic | text | hello | VISIBLE",
        "generic | a number is text | 42 | VISIBLE",
        "generic | delta | {`delta`:`a`} | VISIBLE",
        "generic | delta of an object | {`delta`:{`text`:`a`}} | VISIBLE",
        "generic | text member | {`text`:`a`} | VISIBLE",
        "generic | content | {`content`:`a`} | VISIBLE",
        "generic | token | {`token`:`a`} | VISIBLE",
        "generic | empty token | {`token`:``} | NOTHING",
        "generic | unknown object | {`piece`:`a`} | VISIBLE",
        "generic | usage only | {`usage`:{`inputTokens`:1}} | NOTHING",
        "generic | done | {`done`:true} | NOTHING",
        "generic | ping | {`type`:`ping`} | NOTHING",
        "generic | error | {`error`:`gone`} | NOTHING",
        "generic | end mark | [DONE] | NOTHING",
      })
  void shouldCountAsContentOnlyWhatTheModelMade(
      String format, String sentence, String data, String expected) throws Exception {
    Answer answer = Streams.readPaced(format, "data: " + data.replace('`', '"') + "\n\n");
    ContentTimings timings = answer.timings();

    assertThat(timings.firstEvent()).as("every event with data is an event").hasValue(1);
    assertThat(timings.firstContent().isPresent()).isEqualTo(!expected.equals("NOTHING"));
    assertThat(timings.firstVisible().isPresent()).isEqualTo(expected.equals("VISIBLE"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "openai-chat | object | {`error`:{`message`:`m`,`type`:`t`,`code`:null}} | t: m",
        "openai-chat | number for a kind | {`error`:{`code`:502,`message`:`m`},`choices`:[{`delta`:{`content`:``},`finish_reason`:`error`}]} | 502: m",
        "openai-chat | LiteLLM's None | {`error`:{`message`:`m`,`type`:`None`,`param`:`None`,`code`:`500`}} | 500: m",
        "openai-chat | text | {`error`:`m`} | m",
        "openai-chat | null is no error | {`error`:null,`choices`:[]} | -",
        "openai-responses | flat | {`type`:`error`,`code`:`server_error`,`message`:`m`,`param`:null} | server_error: m",
        "openai-responses | nested | {`type`:`error`,`error`:{`type`:`t`,`message`:`m`}} | t: m",
        "openai-responses | failed | {`type`:`response.failed`,`response`:{`error`:{`code`:`c`,`message`:`m`}}} | c: m",
        "openai-responses | failed without a word | {`type`:`response.failed`,`response`:{}} | error without a message",
        "anthropic | error | {`type`:`error`,`error`:{`type`:`overloaded_error`,`message`:`m`}} | overloaded_error: m",
        "gemini | error | {`error`:{`code`:429,`message`:`m`,`status`:`RESOURCE_EXHAUSTED`}} | RESOURCE_EXHAUSTED: m",
        "vercel-ui | error | {`type`:`error`,`errorText`:`m`} | m",
        "vercel-ui | abort | {`type`:`abort`} | aborted",
        "vercel-ui | a tool's error is the tool's | {`type`:`tool-output-error`,`errorText`:`m`} | -",
        "generic | text | {`error`:`m`} | m",
        "generic | errorText | {`errorText`:`m`} | m",
        "generic | type | {`type`:`error`,`message`:`m`} | m",
        "generic | no success | {`success`:false,`message`:`m`} | m",
        "auto | error before anything else | {`error`:{`message`:`m`,`type`:`t`}} | t: m",
      })
  void shouldSayWhatWentWrong(String format, String sentence, String data, String expected)
      throws Exception {
    Answer answer = Streams.readPaced(format, "data: " + data.replace('`', '"') + "\n\n");

    assertThat(answer.error().orElse("-")).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "the larger count replaces | 10 | 1 | 10 | 5 | 10/5",
        "a later 0 does not | 10 | 1 | 0 | 5 | 10/5",
        "a first 0 is replaced | 0 | 1 | 10 | 5 | 10/5",
      })
  void shouldMergeUsageThatComesTwice(
      String sentence, int in1, int out1, int in2, int out2, String expected) throws Exception {
    Answer answer =
        Streams.readPaced(
            "anthropic",
            ("data: {`type`:`message_start`,`message`:{`usage`:{`input_tokens`:%d,"
                    + "`output_tokens`:%d}}}\n\n"
                    + "data: {`type`:`message_delta`,`usage`:{`input_tokens`:%d,"
                    + "`output_tokens`:%d}}\n\n")
                .formatted(in1, out1, in2, out2)
                .replace('`', '"'));

    assertThat(UsageReaderTest.shortForm(answer.usage())).isEqualTo(expected + "/-/-");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "text, then nothing | data: a_ | true",
        "an end mark | data: a_data: [DONE]_ | true",
        "only a done member | data: {`done`:true}_ | true",
        "a done event without data | event: done/data:_ | true",
        "only a ping | event: ping/data: {}_ | false",
        "only comments | : wait_: wait_ | false",
        "nothing |  | false",
        "cut inside an event | data: a_data: b | false",
        "cut after the end mark | data: a_data: [DONE]_data: b | true",
      })
  void shouldJudgeTheEndOfAnUnknownStream(String sentence, String stream, boolean whole)
      throws Exception {
    String text =
        stream == null ? "" : stream.replace("_", "\n\n").replace('/', '\n').replace('`', '"');

    assertThat(Streams.readPaced("auto", text).terminated()).isEqualTo(whole);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a chunk | openai-chat | {`choices`:[]}",
        "created | openai-responses | {`type`:`response.created`}",
        "start of a message | anthropic | {`type`:`message_start`}",
        "a candidate | gemini | {`candidates`:[]}",
        "a blocked prompt | gemini | {`promptFeedback`:{`blockReason`:`SAFETY`}}",
        "usage first | gemini | {`usageMetadata`:{}}",
        "start | vercel-ui | {`type`:`start`}",
        "start with an id | vercel-ui | {`type`:`start`,`messageId`:`m`}",
        "start of another service | generic | {`type`:`start`,`session`:`s`}",
        "ping is anyone's | generic | {`type`:`ping`}",
        "error is anyone's | generic | {`type`:`error`,`error`:{`message`:`m`}}",
        "text | generic | hello",
        "broken JSON | generic | {`choices`:[",
      })
  void shouldKnowTheFormatByTheFirstEvent(String sentence, String format, String data)
      throws Exception {
    Answer answer = Streams.readPaced("auto", "data: " + data.replace('`', '"') + "\n\n");

    assertThat(answer.format()).isEqualTo(format);
  }

  @Test
  void shouldNameTheFirstErrorWhenThereAreSeveral() throws Exception {
    Answer answer =
        Streams.readPaced(
            "auto", "data: {\"error\":\"cause\"}\n\ndata: {\"error\":\"consequence\"}\n\n");

    assertThat(answer.error()).hasValue("cause");
  }
}
