package dev.aiendpoint.standin;

import dev.aiendpoint.standin.ai.AiFailure;
import dev.aiendpoint.standin.ai.AiProvider;
import dev.aiendpoint.standin.ai.AiReply;
import dev.aiendpoint.standin.ai.AiRequest;
import dev.aiendpoint.standin.ai.TextSink;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that answers 503 while it is told to, and at once otherwise. */
final class FailingProvider implements AiProvider {

  final AtomicInteger calls = new AtomicInteger();
  volatile boolean failing = true;
  volatile boolean failsInTheMiddle;

  @Override
  public AiReply answer(AiRequest request) throws AiFailure {
    calls.incrementAndGet();
    if (failing) {
      throw AiFailure.status(503, "told to fail");
    }
    return new AiReply("요약: 좋습니다.", 34_000, 900);
  }

  @Override
  public AiReply stream(AiRequest request, TextSink sink) throws AiFailure, IOException {
    if (failsInTheMiddle) {
      calls.incrementAndGet();
      sink.accept("하나 ");
      throw AiFailure.of(AiFailure.Kind.RESET, "told to break off");
    }
    AiReply reply = answer(request);
    sink.accept(reply.text());
    return reply;
  }
}
