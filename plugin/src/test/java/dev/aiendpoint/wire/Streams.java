package dev.aiendpoint.wire;

import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.sse.SseLimitException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Feeds recorded streams to an {@link AnswerReader}, with a clock of its own. */
final class Streams {

  static final String EVENT_STREAM = "text/event-stream; charset=utf-8";

  /** Far from 0, since the monotonic clock may start anywhere. */
  static final long SENT = -5_000_000L;

  private Streams() {}

  static String recorded(String name) {
    try (InputStream in = Streams.class.getResourceAsStream("/wire/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no recorded stream " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AnswerReader streamReader(String format) {
    return AnswerReader.of(format, EVENT_STREAM, SENT, ReadLimits.DEFAULT);
  }

  /** All of it in one read, at the time of sending. */
  static Answer readAtOnce(String format, byte[] stream, int... cuts) throws SseLimitException {
    AnswerReader reader = streamReader(format);
    int from = 0;
    for (int cut : cuts) {
      reader.accept(stream, from, cut - from, SENT);
      from = cut;
    }
    reader.accept(stream, from, stream.length - from, SENT);
    return reader.end();
  }

  /** Block k, from 1, of those that blank lines part arrives k after sending. */
  static Answer readPaced(String format, String stream) throws SseLimitException {
    AnswerReader reader = streamReader(format);
    long k = 0;
    for (String block : stream.split("(?<=\n\n)")) {
      k++;
      feed(reader, block, SENT + k);
    }
    return reader.end();
  }

  static void feed(AnswerReader reader, String text, long arrivedNanos) throws SseLimitException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    reader.accept(bytes, 0, bytes.length, arrivedNanos);
  }

  /** Everything that two equal answers have in common; arrays of a record compare by identity. */
  static String describe(Answer answer) {
    return String.join(
        "\n",
        answer.format(),
        answer.text(),
        answer.reasoning(),
        answer.usage().toString(),
        answer.finishReason().toString(),
        answer.error().toString(),
        "terminated " + answer.terminated(),
        "firstEvent " + answer.timings().firstEvent(),
        "firstContent " + answer.timings().firstContent(),
        "firstVisible " + answer.timings().firstVisible(),
        "lastContent " + answer.timings().lastContent(),
        "contentEvents " + answer.timings().contentEvents(),
        Arrays.toString(answer.timings().gaps()));
  }
}
