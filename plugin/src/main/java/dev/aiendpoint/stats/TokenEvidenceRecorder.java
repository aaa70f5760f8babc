package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a {@link TokenEvidence} holds. Wait-free for any number of threads. */
final class TokenEvidenceRecorder {

  /** Only answers that the service made now have a pace. */
  private final boolean paced;

  private final LongAdder reported = new LongAdder();
  private final LongAdder counted = new LongAdder();
  private final LongAdder streamedTokens = new LongAdder();
  private final LongAdder chunks = new LongAdder();

  TokenEvidenceRecorder(Outcome outcome, CacheStatus cache) {
    paced = outcome.isSuccess() && cache != CacheStatus.HIT;
  }

  void record(Sample sample, LiveFacts facts) {
    if (facts.tokenSource().isEmpty() || sample.tokensOut().isEmpty()) {
      return;
    }
    if (facts.tokenSource().get() == TokenSource.CHUNKS) {
      counted.increment();
      return;
    }
    reported.increment();
    if (paced && facts.chunks() > 0) {
      streamedTokens.add(sample.tokensOut().getAsLong());
      chunks.add(facts.chunks());
    }
  }

  TokenEvidence freeze() {
    return new TokenEvidence(reported.sum(), counted.sum(), streamedTokens.sum(), chunks.sum());
  }
}
