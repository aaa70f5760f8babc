package dev.aiendpoint.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of WHATWG HTML 9.2.5 and 9.2.6, and every way to cut a stream. */
class SseReaderTest {

  private static final String NUL = String.valueOf((char) 0);
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static Stream<Arguments> specificationCases() {
    return Stream.of(
        row("two lines of data are joined with a line feed", "data: a\ndata: b\n\n", "a\nb"),
        row("the standard's stock example", "data: YHOO\ndata: +2\ndata: 10\n\n", "YHOO\n+2\n10"),
        row("one event a block", "data: a\n\ndata: b\n\n", "a", "b"),
        row("a comment is no event", ": test stream\n\ndata: first\n\n", "first"),
        row("only one space after the colon is dropped", "data:  third event\n\n", " third event"),
        row("with and without a space is the same", "data:test\n\ndata: test\n\n", "test", "test"),
        row(
            "a data field without value is data: empty, then one line feed, then none, unfinished",
            "data\n\ndata\ndata\n\ndata:",
            "",
            "\n"),
        row("no data field, no event", "event: only\nid: 1\n\n"),
        row("blank lines are no events", "\n\n\r\n\r\ndata: a\n\n\n\n", "a"),
        row("lines end with CR", "data: a\rdata: b\r\r", "a\nb"),
        row("lines end with CR LF", "data: a\r\ndata: b\r\n\r\n", "a\nb"),
        row(
            "line ends may be mixed",
            "data: a\rdata: b\ndata: c\r\n\r\ndata: d\n\r",
            "a\nb\nc",
            "d"),
        row("LF CR is two line ends", "data: a\n\rdata: b\n\n", "a", "b"),
        row("a colon in the value stays", "data: {\"a\":1}\n\n", "{\"a\":1}"),
        row("an unknown field is ignored", "datax: 1\nDATA: 2\n data: 3\ndata: 4\n\n", "4"),
        row("an unfinished event is discarded", "data: a\n\ndata: b\n", "a"),
        row("an unfinished line is discarded", "data: a\n\ndata: b", "a"),
        row("a tab after the colon stays", "data:\ta\n\n", "\ta"),
        row("text of several bytes", "data: 일시 중단 🚀\n\n", "일시 중단 🚀"),
        row("one BOM at the start is dropped", "\uFEFFdata: a\n\n", "a"),
        row("a second BOM is part of the field name", "\uFEFF\uFEFFdata: a\n\ndata: b\n\n", "b"),
        row("a BOM later is part of the value", "data: \uFEFFa\n\n", "\uFEFFa"),
        row("nothing at all", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specificationCases")
  void shouldReadAsTheStandardSays(String sentence, String stream, List<String> data)
      throws Exception {
    assertThat(read(utf8(stream)).events).extracting(SseEvent::data).isEqualTo(data);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specificationCases")
  void shouldReadTheSameWhenCutAtEveryByte(String sentence, String stream, List<String> data)
      throws Exception {
    assertSameWhenCutAnywhere(utf8(stream));
  }

  @Test
  void shouldReadTypesAndIdsWhenCutAnywhere() throws Exception {
    byte[] stream =
        utf8(
            "id: 1\nevent: add\ndata: a\n\ndata: b\n\nid\ndata: c\n\nid: x"
                + NUL
                + "y\nevent\ndata: d\n\nid: 9\n\n: c\nretry: 1500\nevent: 종료\r\ndata: e\r\n\r\n");

    Reading reading = read(stream);

    assertThat(reading.events)
        .containsExactly(
            new SseEvent("add", "a", "1", 0),
            new SseEvent("message", "b", "1", 0),
            new SseEvent("message", "c", "", 0),
            new SseEvent("message", "d", "", 0),
            new SseEvent("종료", "e", "9", 0));
    assertThat(reading.reader.lastEventId()).isEqualTo("9");
    assertThat(reading.reader.retryMillis()).hasValue(1500);
    assertThat(reading.reader.commentCount()).isEqualTo(1);
    assertSameWhenCutAnywhere(stream);
  }

  @Test
  void shouldForgetTheTypeWhenAnEventHasNoData() throws Exception {
    assertThat(read(utf8("event: lost\n\ndata: a\n\n")).events)
        .containsExactly(new SseEvent("message", "a", "", 0));
  }

  @Test
  void shouldKeepTheIdUnconfirmedWhenItsEventIsDiscarded() throws Exception {
    assertThat(read(utf8("id: 1\ndata: a\n\nid: 2\ndata: b\n")).reader.lastEventId())
        .isEqualTo("1");
  }

  static Stream<Arguments> retries() {
    return Stream.of(
        Arguments.of("digits", "retry: 250\n", OptionalLong.of(250)),
        Arguments.of("no space", "retry:0\n", OptionalLong.of(0)),
        Arguments.of("a sign is no digit", "retry: -1\n", OptionalLong.empty()),
        Arguments.of("a fraction is no digit", "retry: 1.5\n", OptionalLong.empty()),
        Arguments.of("nothing", "retry\n", OptionalLong.empty()),
        Arguments.of("more than any clock", "retry: 99999999999999999999\n", OptionalLong.empty()),
        Arguments.of("the last one counts", "retry: 1\nretry: 2\n", OptionalLong.of(2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("retries")
  void shouldReadRetryWhenItIsDigitsOnly(String sentence, String stream, OptionalLong millis)
      throws Exception {
    assertThat(read(utf8(stream)).reader.retryMillis()).isEqualTo(millis);
  }

  @Test
  void shouldReplaceMalformedBytesWhenTextIsNotUtf8() throws Exception {
    byte[] stream = {'d', 'a', 't', 'a', ':', 'a', (byte) 0xFF, 'b', (byte) 0xE2, '\n', '\n'};

    assertThat(read(stream).events).extracting(SseEvent::data).containsExactly("a\uFFFDb\uFFFD");
    assertSameWhenCutAnywhere(stream);
  }

  @Test
  void shouldKeepTheBytesWhenTheStreamOnlyBeginsLikeABom() throws Exception {
    byte[] stream = {BOM[0], BOM[1], 'x', ':', '\n', 'd', 'a', 't', 'a', '\n', '\n'};

    assertThat(read(stream).events).hasSize(1);
    assertSameWhenCutAnywhere(stream);
    // The same two bytes right before a field name make it another name.
    byte[] renamed = {BOM[0], BOM[1], 'd', 'a', 't', 'a', ':', 'a', '\n', '\n'};
    assertThat(read(renamed).events).isEmpty();
    assertSameWhenCutAnywhere(renamed);
  }

  @Test
  void shouldStampWithTheReadThatCompletedTheEvent() throws Exception {
    List<SseEvent> events = new ArrayList<>();
    SseReader reader = new SseReader(events::add);

    accept(reader, "data: a\n", 10);
    accept(reader, "\ndata: b\r\n\r", 20);
    assertThat(events).hasSize(2);
    accept(reader, "\ndata: c\n\ndata: d\n\n", 30);

    assertThat(events).extracting(SseEvent::arrivedNanos).containsExactly(20L, 20L, 30L, 30L);
  }

  @Test
  void shouldTellWhenTheStreamEndedInsideAnEvent() throws Exception {
    assertThat(read(utf8("data: a\n\n")).reader.endedInsideEvent()).isFalse();
    assertThat(read(utf8("data: a\n\n: bye\n")).reader.endedInsideEvent()).isFalse();
    assertThat(read(utf8("data: a\n\ndata: b\n")).reader.endedInsideEvent()).isTrue();
    assertThat(read(utf8("data: a\n\nda")).reader.endedInsideEvent()).isTrue();
  }

  @Test
  void shouldReadOnlyTheGivenPartOfTheBuffer() throws Exception {
    List<SseEvent> events = new ArrayList<>();
    SseReader reader = new SseReader(events::add);
    byte[] buffer = utf8("xxdata: a\n\nyy");

    reader.accept(buffer, 2, buffer.length - 4, 0);

    assertThat(events).extracting(SseEvent::data).containsExactly("a");
  }

  static Stream<Arguments> overLimit() {
    return Stream.of(
        Arguments.of("one long line", "data: " + "x".repeat(40) + "\n\n"),
        Arguments.of("a line that never ends", "data: " + "x".repeat(1000)),
        Arguments.of("many lines of one event", "data: 12345678\n".repeat(5) + "\n"),
        Arguments.of("empty lines of data count too", "data\n".repeat(100) + "\n"),
        Arguments.of("a long comment", ":" + "x".repeat(40) + "\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("overLimit")
  void shouldRefuseAnEventOverTheLimitHoweverItIsCut(String sentence, String stream) {
    byte[] bytes = utf8(stream);
    for (int size = 1; size <= bytes.length; size++) {
      SseReader reader = new SseReader(32, event -> {});
      int step = size;
      assertThatThrownBy(() -> acceptInPieces(reader, bytes, step))
          .isInstanceOf(SseLimitException.class)
          .hasMessageContaining("at most 32 bytes");
      assertThatThrownBy(() -> accept(reader, "data: a\n\n", 0))
          .isInstanceOf(SseLimitException.class);
    }
  }

  @Test
  void shouldReadAnyNumberOfEventsThatAreEachWithinTheLimit() throws Exception {
    List<SseEvent> events = new ArrayList<>();
    SseReader reader = new SseReader(32, events::add);
    for (int i = 0; i < 100; i++) {
      accept(reader, "data: " + "x".repeat(26) + "\n\n", 0);
    }
    assertThat(events).hasSize(100);
  }

  @Test
  void shouldReadTheSameWhenCutAtManySeededPlaces() throws Exception {
    byte[] stream =
        utf8(
            "\uFEFF: warm up\r\n\r\nevent: delta\r\ndata: {\"text\":\"안녕 🚀\"}\r\n\r\nid: 7\r"
                + "data: a\rdata\r\rdata: b\n\n:\nevent: end\ndata: [DONE]\r\n\r\ndata: lost");
    List<SseEvent> whole = read(stream).events;
    assertThat(whole).hasSize(4);
    Random random = new Random(20_261_123);
    for (int round = 0; round < 2_000; round++) {
      int[] cuts = random.ints(random.nextInt(12), 0, stream.length + 1).sorted().toArray();
      assertThat(readCut(stream, cuts).events)
          .as("cuts %s", Arrays.toString(cuts))
          .isEqualTo(whole);
    }
  }

  private static void assertSameWhenCutAnywhere(byte[] stream) throws Exception {
    Reading whole = read(stream);
    for (int cut = 0; cut <= stream.length; cut++) {
      Reading parts = readCut(stream, cut);
      assertThat(parts.events).as("cut at byte %d", cut).isEqualTo(whole.events);
      assertThat(parts.reader.lastEventId()).isEqualTo(whole.reader.lastEventId());
      assertThat(parts.reader.commentCount()).isEqualTo(whole.reader.commentCount());
      assertThat(parts.reader.endedInsideEvent()).isEqualTo(whole.reader.endedInsideEvent());
    }
    Reading single = new Reading();
    acceptInPieces(single.reader, stream, 1);
    single.reader.end();
    assertThat(single.events).as("byte by byte").isEqualTo(whole.events);
  }

  private static Reading read(byte[] stream) throws SseLimitException {
    return readCut(stream);
  }

  private static Reading readCut(byte[] stream, int... cuts) throws SseLimitException {
    Reading reading = new Reading();
    int from = 0;
    for (int cut : cuts) {
      reading.reader.accept(stream, from, cut - from, 0);
      from = cut;
    }
    reading.reader.accept(stream, from, stream.length - from, 0);
    reading.reader.end();
    return reading;
  }

  private static void acceptInPieces(SseReader reader, byte[] stream, int size)
      throws SseLimitException {
    for (int from = 0; from < stream.length; from += size) {
      reader.accept(stream, from, Math.min(size, stream.length - from), 0);
    }
  }

  private static void accept(SseReader reader, String text, long arrivedNanos)
      throws SseLimitException {
    byte[] bytes = utf8(text);
    reader.accept(bytes, 0, bytes.length, arrivedNanos);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Arguments row(String sentence, String stream, String... data) {
    return Arguments.of(sentence, stream, List.of(data));
  }

  private static final class Reading {
    final List<SseEvent> events = new ArrayList<>();
    final SseReader reader = new SseReader(events::add);
  }
}
