package dev.aiendpoint.standin.provider.answer;

import dev.aiendpoint.standin.provider.wire.Answer;
import dev.aiendpoint.standin.provider.wire.Ask;
import dev.aiendpoint.standin.provider.wire.Wire;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The made-up model: what it answers to the n-th call, and how long that takes. Immutable; two
 * models with one seed answer alike.
 */
public final class Model {

  /** Asked for such lines, it explains; else it chats. */
  private static final String LABELLED_LINES = "요약:";

  private static final int EXPLANATION_TOKENS = 1_050;
  private static final int CHAT_TOKENS = 900;

  private final LatencyModel latency;
  private final KoreanAnswers answers = new KoreanAnswers();
  private final long seed;

  public Model(LatencyModel latency, long seed) {
    this.latency = latency;
    this.seed = seed;
  }

  /**
   * The answer to one call.
   *
   * @param number of the call, from 1
   */
  public TimedAnswer answer(Wire wire, Ask ask, long number, Instant now) {
    SplittableRandom random = new SplittableRandom(seed ^ number * 0xBF58476D1CE4E5B9L);
    boolean explains = ask.instructions().contains(LABELLED_LINES);
    String text =
        explains
            ? answers.explanation(ask.question(), random)
            : answers.chat(ask.question(), ask.earlierMessages(), random);
    List<String> pieces = TextPieces.of(text);
    Answer answer =
        new Answer(
            ask,
            number,
            now.getEpochSecond(),
            pieces,
            around(ask.inputTokens(), random),
            around(explains ? EXPLANATION_TOKENS : CHAT_TOKENS, random));
    List<Long> arrivals =
        ask.stream()
            ? Arrays.stream(latency.arrivalNanos(number, pieces.size())).boxed().toList()
            : List.of();
    return new TimedAnswer(wire, answer, now, latency.totalNanos(number), arrivals);
  }

  private static int around(int tokens, SplittableRandom random) {
    return (int) Math.max(1, Math.round(tokens * (0.96 + 0.08 * random.nextDouble())));
  }
}
