package dev.aiendpoint.standin.ai;

import dev.aiendpoint.standin.options.AiOptions;
import dev.aiendpoint.standin.options.Scale;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An AI provider inside the stand-in: log-normal latency around a median, paced streams, usage, and
 * a capacity past which it answers 503 to everything for some seconds. Everything is drawn from the
 * seed. Safe for use by many threads.
 */
public final class EmbeddedProvider implements AiProvider {

  private final LatencyModel latency;
  private final ContextSlots slots;
  private final long seed;
  private final KoreanAnswers answers = new KoreanAnswers();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong inFlight = new AtomicLong();

  public EmbeddedProvider(AiOptions options, Scale scale, long seed, Clock clock) {
    OptionalInt capacity = options.capacity();
    this.latency = new LatencyModel(options.medianLatency(), seed);
    this.slots =
        new ContextSlots(
            capacity.isPresent()
                ? OptionalInt.of(scale.users(capacity.getAsInt()))
                : OptionalInt.empty(),
            scale.duration(ContextSlots.WARM),
            scale.duration(ContextSlots.SHEDDING),
            clock);
    this.seed = seed;
  }

  @Override
  public AiReply answer(AiRequest request) throws AiFailure, InterruptedException {
    try {
      return stream(request, null);
    } catch (IOException e) {
      throw new IllegalStateException("no sink, so none can fail", e);
    }
  }

  @Override
  public AiReply stream(AiRequest request, TextSink sink)
      throws AiFailure, InterruptedException, IOException {
    long call = calls.incrementAndGet();
    long start = System.nanoTime();
    if (!slots.enter(request.user())) {
      refused.incrementAndGet();
      throw AiFailure.status(503, "overloaded: the provider sheds load");
    }
    inFlight.incrementAndGet();
    try {
      AiReply reply = reply(request, call);
      if (sink == null) {
        sleepUntil(start + latency.totalNanos(call));
      } else {
        List<String> pieces = TextPieces.of(reply.text());
        long[] arrivals = latency.arrivalNanos(call, pieces.size());
        for (int i = 0; i < arrivals.length; i++) {
          sleepUntil(start + arrivals[i]);
          sink.accept(pieces.get(i));
        }
      }
      return reply;
    } finally {
      inFlight.decrementAndGet();
      slots.leave(request.user());
    }
  }

  /**
   * What is asked sets the tokens: the documents that go along make an explanation cost about KRW
   * 200 and a chat message about KRW 150.
   */
  private AiReply reply(AiRequest request, long call) {
    SplittableRandom random = new SplittableRandom(seed ^ call * 0xBF58476D1CE4E5B9L);
    return switch (request.kind()) {
      case EXPLANATION ->
          new AiReply(
              answers.explanation(request.prompt(), random),
              around(46_000, random),
              around(1_050, random));
      case CHAT ->
          new AiReply(
              answers.chat(request.prompt(), request.context().size(), random),
              around(33_600 + 110 * request.context().size(), random),
              around(900, random));
    };
  }

  private static int around(int tokens, SplittableRandom random) {
    return (int) Math.round(tokens * (0.96 + 0.08 * random.nextDouble()));
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  @Override
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("calls", calls.get());
    figures.put("refused", refused.get());
    figures.put("inFlight", inFlight.get());
    figures.put("warmUsers", slots.warm());
    figures.put("overloads", slots.overloads());
    return figures;
  }
}
