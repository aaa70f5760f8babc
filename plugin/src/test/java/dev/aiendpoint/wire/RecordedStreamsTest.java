package dev.aiendpoint.wire;

import static dev.aiendpoint.wire.Streams.describe;
import static dev.aiendpoint.wire.Streams.readAtOnce;
import static dev.aiendpoint.wire.Streams.readPaced;
import static dev.aiendpoint.wire.Streams.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.exchange.ContentTimings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams of the shape that each provider sends, read whole, cut, and with other line ends. */
class RecordedStreamsTest {

  private static final String NO = "-";

  /** Block numbers are those of {@link Streams#readPaced}. */
  static Stream<Arguments> streams() {
    return Stream.of(
            row("role first, usage in a last chunk", "openai-chat/text.sse")
                .text("지원 사업 🚀", "")
                .usage("19/4/8/0")
                .end("stop", NO, true)
                .times(1, 2, 2, 4, 3),
            row("comments first, reasoning before text", "openai-chat/openrouter-reasoning.sse")
                .text("Four.", "Let me think.")
                .usage("12/40/0/30")
                .end("stop", NO, true)
                .times(3, 3, 5, 6, 4),
            row("a tool call is content that nobody sees", "openai-chat/tool-call.sse")
                .text("", "")
                .usage("19/4/8/0")
                .end("tool_calls", NO, true)
                .times(1, 1, 0, 3, 3),
            row("an error inside a 200 stream", "openai-chat/vllm-error.sse")
                .text("Half", "Hm")
                .usage(NO)
                .end(NO, "InternalServerError: EngineCore encountered an issue.", true)
                .times(1, 2, 3, 3, 2),
            row("usage under x_groq", "openai-chat/groq.sse")
                .text("Hello!", "")
                .usage("7/2/-/-")
                .end("stop", NO, true)
                .times(1, 2, 2, 3, 2),
            row("no [DONE]", "openai-chat/truncated.sse")
                .text("Half an answer", "")
                .usage(NO)
                .end(NO, NO, false)
                .times(1, 2, 2, 3, 2),
            row("reasoning summary before text", "openai-responses/reasoning.sse")
                .text("There are three.", "**Counting letters**")
                .usage("31/75/16/64")
                .end("completed", NO, true)
                .times(1, 5, 11, 12, 4),
            row("error event, then failed", "openai-responses/failed.sse")
                .text("", "")
                .usage(NO)
                .end("failed", "insufficient_quota: You exceeded your current quota.", true)
                .times(1, 0, 0, 0, 0),
            row("a tool call cut by the token limit", "openai-responses/incomplete-tool.sse")
                .text("", "")
                .usage("31/16/16/0")
                .end("max_output_tokens", NO, true)
                .times(1, 2, 0, 4, 3),
            row("ping in the middle, usage in two parts", "anthropic/text.sse")
                .text("안녕하세요!", "")
                .usage("25/15/1024/-")
                .end("end_turn", NO, true)
                .times(1, 4, 4, 5, 2),
            row("ping first, thinking, text, tool", "anthropic/thinking-tool.sse")
                .text("Looking.", "The user asks.")
                .usage("25/89/1024/-")
                .end("tool_use", NO, true)
                .times(1, 4, 9, 15, 6),
            row("overloaded in the middle", "anthropic/overloaded.sse")
                .text("Half", "")
                .usage("25/-/1024/-")
                .end(NO, "overloaded_error: Overloaded", false)
                .times(1, 3, 3, 3, 1),
            row("thoughts before text, usage in every chunk", "gemini/thoughts.sse")
                .text("There are 3 \"r\"s.", "**Counting**")
                .usage("9/66/4/56")
                .end("STOP", NO, true)
                .times(1, 1, 2, 3, 3),
            row("a blocked prompt is an error", "gemini/blocked.sse")
                .text("", "")
                .usage("9/-/-/-")
                .end("PROHIBITED_CONTENT", "prompt blocked: PROHIBITED_CONTENT", true)
                .times(1, 0, 0, 0, 0),
            row("a function call in one chunk", "gemini/function-call.sse")
                .text("", "")
                .usage("50/18/-/-")
                .end("STOP", NO, true)
                .times(1, 1, 0, 1, 1),
            row("an error after half an answer", "gemini/error.sse")
                .text("Half", "")
                .usage("9/1/-/-")
                .end(NO, "UNAVAILABLE: The model is overloaded. Please try again later.", false)
                .times(1, 1, 1, 1, 1),
            row("usage in the finish part", "vercel-ui/chat.sse")
                .text("귀사는 적합합니다.", "")
                .usage("420/57/-/-")
                .end("stop", NO, true)
                .times(1, 4, 4, 5, 2),
            row("reasoning, tool, text; finish without [DONE]", "vercel-ui/reasoning-tool.sse")
                .text("Done.", "Hm")
                .usage("9/30/5/20")
                .end(NO, NO, true)
                .times(1, 4, 15, 15, 4),
            row("an error part", "vercel-ui/error.sse")
                .text("Half", "")
                .usage(NO)
                .end(NO, "An error occurred.", true)
                .times(1, 3, 3, 3, 1),
            row("an abort part", "vercel-ui/abort.sse")
                .text("", "")
                .usage(NO)
                .end(NO, "aborted: deadline", true)
                .times(1, 0, 0, 0, 0),
            row("plain text after a ping", "generic/text.sse")
                .text("Hello world", "")
                .usage(NO)
                .end(NO, NO, true)
                .times(1, 2, 2, 3, 2),
            row("tokens of an unknown service", "generic/tokens.sse")
                .text("Hello", "")
                .usage("12/2/-/-")
                .end(NO, NO, true)
                .times(1, 2, 2, 3, 2),
            row("an error event of an unknown service", "generic/error.sse")
                .text("Half", "")
                .usage(NO)
                .end(NO, "upstream gone", true)
                .times(1, 1, 1, 1, 1))
        .map(Row::arguments);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("streams")
  void shouldReadWhatItSays(String sentence, String file, Row expected) throws Exception {
    Answer answer = readPaced("auto", recorded(file));

    assertThat(answer.format()).isEqualTo(formatOf(file));
    assertThat(answer.streamed()).isTrue();
    assertThat(answer.text()).isEqualTo(expected.text);
    assertThat(answer.reasoning()).isEqualTo(expected.reasoning);
    assertThat(UsageReaderTest.shortForm(answer.usage())).isEqualTo(expected.usage);
    assertThat(answer.finishReason().orElse(NO)).isEqualTo(expected.finish);
    assertThat(answer.error().orElse(NO)).isEqualTo(expected.error);
    assertThat(answer.terminated()).isEqualTo(expected.terminated);
    ContentTimings timings = answer.timings();
    assertThat(
            new long[] {
              timings.firstEvent().orElse(0),
              timings.firstContent().orElse(0),
              timings.firstVisible().orElse(0),
              timings.lastContent().orElse(0),
              timings.contentEvents()
            })
        .as("blocks of first event, first content, first visible, last content; content events")
        .containsExactly(expected.times);
    assertThat(timings.gaps()).hasSize(Math.max(0, timings.contentEvents() - 1));
    assertThat(Arrays.stream(timings.gaps()).sum())
        .isEqualTo(timings.lastContent().orElse(0) - timings.firstContent().orElse(0));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("streams")
  void shouldReadTheSameWhenTheFormatIsFixed(String sentence, String file, Row expected)
      throws Exception {
    String stream = recorded(file);
    assertThat(describe(readPaced(formatOf(file), stream)))
        .isEqualTo(describe(readPaced("auto", stream)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("streams")
  void shouldReadTheSameWhenCutAnywhere(String sentence, String file, Row expected)
      throws Exception {
    byte[] stream = recorded(file).getBytes(StandardCharsets.UTF_8);
    String whole = describe(readAtOnce("auto", stream));
    for (int cut = 0; cut <= stream.length; cut++) {
      assertSame(whole, stream, cut);
    }
    Random random = new Random(4711);
    for (int round = 0; round < 200; round++) {
      assertSame(whole, stream, random.ints(10, 0, stream.length + 1).sorted().toArray());
    }
  }

  private static void assertSame(String whole, byte[] stream, int... cuts) throws Exception {
    String parts = describe(readAtOnce("auto", stream, cuts));
    // An assertion costs more than the reading, and there are many thousand.
    if (!parts.equals(whole)) {
      assertThat(parts).as("cut at %s", Arrays.toString(cuts)).isEqualTo(whole);
    }
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("streams")
  void shouldReadTheSameWithOtherLineEndsAndNoSpaces(String sentence, String file, Row expected)
      throws Exception {
    String stream = recorded(file);
    String whole = describe(readAtOnce("auto", stream.getBytes(StandardCharsets.UTF_8)));
    for (String other :
        new String[] {
          stream.replace("\n", "\r\n"),
          stream.replace("\n", "\r"),
          stream.replace("data: ", "data:"),
          ": comment first\n\n" + stream,
          "\uFEFF" + stream
        }) {
      assertThat(describe(readAtOnce("auto", other.getBytes(StandardCharsets.UTF_8))))
          .isEqualTo(whole);
    }
  }

  /** What a buffering gateway makes of it: one burst, so no gap and no time of its own. */
  @ParameterizedTest(name = "{1}")
  @MethodSource("streams")
  void shouldShowNoGapsWhenAllArrivesInOneBurst(String sentence, String file, Row expected)
      throws Exception {
    AnswerReader reader = Streams.streamReader("auto");
    Streams.feed(reader, recorded(file), Streams.SENT + 77);
    ContentTimings timings = reader.end().timings();

    assertThat(timings.gaps()).containsOnly(new long[timings.gaps().length]);
    assertThat(timings.contentEvents()).isEqualTo((int) expected.times[4]);
    assertThat(timings.firstEvent()).hasValue(77);
    assertThat(timings.firstContent()).isEqualTo(timings.lastContent());
  }

  /** Cut anywhere before its end mark, no stream of a format that promises one is whole. */
  @ParameterizedTest(name = "{1}")
  @MethodSource("streams")
  void shouldTellThatItIsTruncatedWhenItsEndIsMissing(String sentence, String file, Row expected)
      throws Exception {
    String stream = recorded(file);
    String format = formatOf(file);
    if (format.equals("generic") || !expected.terminated) {
      return;
    }
    int firstMark = Integer.MAX_VALUE;
    for (String mark :
        new String[] {
          "data: [DONE]",
          "data: {\"type\":\"message_stop\"",
          "event: response.completed",
          "event: response.incomplete",
          "event: response.failed",
          "data: {\"type\":\"finish\"",
          "blockReason",
          "\"finishReason\":\"STOP\""
        }) {
      int at = stream.indexOf(mark);
      firstMark = at >= 0 ? Math.min(firstMark, at) : firstMark;
    }
    assertThat(firstMark).isLessThan(stream.length());
    byte[] bytes = stream.substring(0, firstMark).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= bytes.length; length += 7) {
      assertThat(readAtOnce(format, Arrays.copyOf(bytes, length)).terminated()).isFalse();
    }
  }

  private static String formatOf(String file) {
    return file.substring(0, file.indexOf('/'));
  }

  private static Row row(String sentence, String file) {
    return new Row(sentence, file);
  }

  /** What a stream is expected to say. */
  private static final class Row {
    private final String sentence;
    private final String file;
    private String text;
    private String reasoning;
    private String usage;
    private String finish;
    private String error;
    private boolean terminated;
    private long[] times;

    Row(String sentence, String file) {
      this.sentence = sentence;
      this.file = file;
    }

    Row text(String visible, String thought) {
      text = visible;
      reasoning = thought;
      return this;
    }

    Row usage(String inOutCachedReasoning) {
      usage = inOutCachedReasoning;
      return this;
    }

    Row end(String finishReason, String message, boolean whole) {
      finish = finishReason;
      error = message;
      terminated = whole;
      return this;
    }

    Row times(
        long firstEvent, long firstContent, long firstVisible, long lastContent, long events) {
      times = new long[] {firstEvent, firstContent, firstVisible, lastContent, events};
      return this;
    }

    Arguments arguments() {
      return Arguments.of(sentence, file, this);
    }

    @Override
    public String toString() {
      return file;
    }
  }
}
