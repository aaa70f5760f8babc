package dev.aiendpoint.wire;

import static dev.aiendpoint.wire.Streams.SENT;
import static dev.aiendpoint.wire.Streams.feed;
import static dev.aiendpoint.wire.Streams.recorded;
import static dev.aiendpoint.wire.Streams.streamReader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.sse.SseLimitException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {

  @ParameterizedTest(name = "{0} with ''{1}'': {2}")
  @CsvSource({
    "auto, text/event-stream, true",
    "auto, Text/Event-Stream; charset=utf-8, true",
    "auto, application/json, false",
    "auto, text/plain, false",
    "AUTO, application/json, false",
    "auto, , false",
    "openai-chat, text/event-stream, true",
    "openai-chat, text/plain, true",
    "openai-chat, , true",
    "openai-chat, application/json, false",
    "openai-chat, application/problem+json; charset=utf-8, false",
    "openai-chat, text/html, false",
    "json, text/event-stream, false",
    "OpenAI-Chat, text/event-stream, true",
    "'', text/event-stream, true"
  })
  void shouldDecideByContentTypeAndName(String format, String contentType, boolean stream) {
    assertThat(AnswerReader.of(format, contentType, SENT, ReadLimits.DEFAULT).isStream())
        .isEqualTo(stream);
  }

  @Test
  void shouldNameTheFormatsWhenTheNameIsUnknown() {
    assertThatThrownBy(() -> streamReader("openai"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "AI answer: wire format was 'openai' but must be a known format; supported: auto,"
                + " openai-chat, openai-responses, anthropic, gemini, vercel-ui, json, generic");
    assertThat(WireFormats.names()).allSatisfy(AnswerReaderTest::streamReaderOf);
  }

  private static void streamReaderOf(String name) {
    assertThat(streamReader(name)).isNotNull();
  }

  @Test
  void shouldTellTheWatchdogWhenTheLastEventCame() throws Exception {
    AnswerReader reader = streamReader("auto");
    assertThat(reader.lastEventNanos()).isEqualTo(SENT);

    feed(reader, ": waiting\n\n", SENT + 5);
    feed(reader, "data: {\"ch", SENT + 6);
    assertThat(reader.lastEventNanos()).as("neither is an event").isEqualTo(SENT);
    assertThat(reader.eventCount()).isZero();

    feed(reader, "oices\":[]}\n\n", SENT + 7);
    assertThat(reader.lastEventNanos()).isEqualTo(SENT + 7);
    assertThat(reader.eventCount()).isEqualTo(1);
  }

  @Test
  void shouldStampEventsWithTheReadThatCompletedThem() throws Exception {
    AnswerReader reader = streamReader("generic");
    feed(reader, "data: a\n", SENT + 10);
    feed(reader, "\ndata: b\n\ndata: c", SENT + 20);
    feed(reader, "\n\n", SENT + 50);
    Answer answer = reader.end();

    assertThat(answer.timings().firstContent()).hasValue(20);
    assertThat(answer.timings().gaps()).containsExactly(0, 30);
    assertThat(answer.timings().maxGap()).hasValue(30);
    assertThat(answer.timings().decode()).hasValue(30);
  }

  @Test
  void shouldKeepEveryGapOfALongStream() throws Exception {
    AnswerReader reader = streamReader("generic");
    for (int i = 0; i < 1000; i++) {
      feed(reader, "data: x\n\n", SENT + 2 * i);
    }
    assertThat(reader.end().timings().gaps()).hasSize(999).containsOnly(2);
  }

  @Test
  void shouldTakeTheGuessBackWhenALaterEventShowsTheFormat() throws Exception {
    AnswerReader reader = streamReader("auto");
    feed(reader, "data: {\"conversationId\":\"c\"}\n\n", SENT + 1);
    feed(reader, "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n", SENT + 2);
    feed(reader, "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n", SENT + 3);
    Answer answer = reader.end();

    assertThat(answer.format()).isEqualTo("openai-chat");
    assertThat(answer.text()).isEqualTo("Hi");
    assertThat(answer.timings().firstEvent()).hasValue(1);
    assertThat(answer.timings().firstContent()).hasValue(3);
    assertThat(answer.timings().firstVisible()).hasValue(3);
    assertThat(answer.timings().contentEvents()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a broken chunk between good ones | 2 | data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}##"
            + "data: {\"choices\":[{\"del##data: [DONE]##",
        "the first of all | 1 | data: {\"choices\":[{\"del##"
            + "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}##data: [DONE]##",
        "a broken event of a stream without a format | 2 | data: {\"token\":\"a\"}##data: {\"token\":##"
            + "data: [DONE]##",
      })
  void shouldCallAStreamWithBrokenJsonAnError(String sentence, int event, String stream)
      throws Exception {
    AnswerReader reader = streamReader("auto");
    feed(reader, stream.replace("##", "\n\n"), SENT + 1);

    assertThat(reader.end().error())
        .hasValue("malformed JSON in event " + event + " of the stream");
    assertThat(reader.end().terminated()).as("the end came, and does not heal it").isTrue();
  }

  @Test
  void shouldTakeCodeInAStreamOfPlainTextForText() throws Exception {
    AnswerReader reader = streamReader("auto");
    feed(reader, "data: if (a)\n\ndata: {\n\ndata: b(); }\n\n", SENT + 1);

    assertThat(reader.end().error()).isEmpty();
    assertThat(reader.end().text()).isEqualTo("if (a){b(); }");
  }

  @Test
  void shouldStayGenericWhenContentIsKnown() throws Exception {
    AnswerReader reader = streamReader("auto");
    feed(reader, "data: {\"text\":\"a\"}\n\ndata: {\"type\":\"text-end\"}\n\n", SENT + 1);

    assertThat(reader.end().format()).isEqualTo("generic");
    assertThat(reader.end().text()).isEqualTo("a");
  }

  @Test
  void shouldBeTruncatedWhenAnEventIsOverTheLimit() throws Exception {
    AnswerReader reader = AnswerReader.of("auto", "text/event-stream", SENT, new ReadLimits(64, 9));
    feed(reader, "data: a\n\ndata: [DONE]\n\n", SENT);

    assertThatThrownBy(() -> feed(reader, "data: " + "x".repeat(100), SENT))
        .isInstanceOf(SseLimitException.class)
        .hasMessageContaining("64 bytes");
    assertThat(reader.end().text()).isEqualTo("a");
    assertThat(reader.end().terminated()).isFalse();
  }

  @Test
  void shouldReadUsageOfAStreamThatIsLongerThanWhatIsKept() throws Exception {
    AnswerReader reader =
        AnswerReader.of("auto", "text/event-stream", SENT, new ReadLimits(4096, 10));
    feed(reader, recorded("openai-chat/text.sse"), SENT);

    Answer answer = reader.end();
    assertThat(answer.usage().output()).hasValue(4);
    assertThat(answer.timings().contentEvents()).isEqualTo(3);
    assertThat(answer.terminated()).isTrue();
    assertThat(reader.rawBytes()).hasSize(10);
  }

  @Test
  void shouldNotKeepHalfACharacterWhenTextIsCut() throws Exception {
    AnswerReader reader =
        AnswerReader.of("auto", "text/event-stream", SENT, new ReadLimits(4096, 7));
    feed(reader, recorded("openai-chat/text.sse"), SENT);

    assertThat(reader.end().text()).isEqualTo("지원 사업 ");
  }

  @Test
  void shouldNotParseABodyThatIsCut() throws Exception {
    AnswerReader reader =
        AnswerReader.of("auto", "application/json", SENT, new ReadLimits(4096, 10));
    feed(reader, "{\"text\":1}{\"text\":\"more\"}", SENT);

    assertThat(reader.end()).isSameAs(Answer.NONE);
    assertThat(reader.body()).isEqualTo("{\"text\":1}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "text | openai-chat/text.sse | 지원 사업 🚀",
        "reasoning only | vercel-ui/reasoning | [reasoning] Hm",
        "text, then an error | anthropic/overloaded.sse | Half/[stream error] overloaded_error: Overloaded",
        "error only | vercel-ui/abort.sse | [stream error] aborted: deadline",
      })
  void shouldShowTheAnswer(String sentence, String file, String body) throws Exception {
    AnswerReader reader = streamReader("auto");
    feed(
        reader,
        file.endsWith(".sse")
            ? recorded(file)
            : "data: {\"type\":\"reasoning-delta\",\"delta\":\"Hm\"}\n\n",
        SENT);
    assertThat(reader.body()).isEqualTo(body.replace('/', '\n'));
  }

  @Test
  void shouldShowTheEventsWhenThereIsNothingElse() throws Exception {
    AnswerReader reader = streamReader("auto");
    feed(reader, ": nothing\n\n", SENT);
    assertThat(reader.body()).isEqualTo(": nothing\n\n");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json; charset=ISO-8859-1, ISO-8859-1",
    "application/json; Charset=\"utf-16\", UTF-16",
    "application/json, UTF-8",
    "application/json; charset=no-such, UTF-8",
    "application/json;, UTF-8"
  })
  void shouldDecodeTheBodyByItsCharset(String contentType, String charset) throws Exception {
    AnswerReader reader = AnswerReader.of("auto", contentType, SENT, ReadLimits.DEFAULT);
    byte[] bytes = "{\"message\":\"é\"}".getBytes(charset);
    for (int i = 0; i < bytes.length; i++) {
      reader.accept(bytes, i, 1, SENT);
    }
    assertThat(reader.end().text()).isEqualTo("é");
    assertThat(reader.rawBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "HTML | text/html | <p>hi</p>",
        "text | text/plain | hi",
        "text that begins like JSON | text/plain | {hi",
        "nothing | application/json | ~~"
      })
  void shouldKeepButNotReadWhatIsNoJson(String sentence, String contentType, String body)
      throws Exception {
    AnswerReader reader = AnswerReader.of("auto", contentType, SENT, ReadLimits.DEFAULT);
    feed(reader, body, SENT);

    assertThat(reader.end()).isSameAs(Answer.NONE);
    assertThat(reader.body()).isEqualTo(body);
    assertThat(reader.rawBytes()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "cut short | application/json | {\"message\":\"Hel",
        "a page instead | application/json; charset=utf-8 | <html></html>",
        "a problem document | application/problem+json | {\"title\":}"
      })
  void shouldFailWhenAWholeBodyIsNotTheJsonItSaysItIs(
      String sentence, String contentType, String body) throws Exception {
    AnswerReader reader = AnswerReader.of("auto", contentType, SENT, ReadLimits.DEFAULT);
    feed(reader, body, SENT);

    assertThat(reader.end().error()).contains("malformed JSON");
    assertThat(reader.body()).isEqualTo(body);
  }

  @Test
  void shouldNotCallABodyMalformedThatThisReaderCut() throws Exception {
    AnswerReader reader =
        AnswerReader.of("auto", "application/json", SENT, new ReadLimits(1024, 16));
    feed(reader, "{\"message\":\"longer than sixteen bytes\"}", SENT);

    assertThat(reader.end()).isSameAs(Answer.NONE);
  }
}
