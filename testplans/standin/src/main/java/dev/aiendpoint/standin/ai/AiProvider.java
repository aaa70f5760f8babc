package dev.aiendpoint.standin.ai;

import java.io.IOException;
import java.util.Map;

/**
 * An LLM provider as the application sees it: one attempt a call, no retries. Safe for use by many
 * threads; a call blocks until the answer is whole.
 */
public interface AiProvider {

  /** Asks for a whole answer. */
  AiReply answer(AiRequest request) throws AiFailure, InterruptedException;

  /**
   * Asks for an answer in pieces.
   *
   * @throws IOException when the sink failed: the caller's client has gone
   */
  AiReply stream(AiRequest request, TextSink sink)
      throws AiFailure, InterruptedException, IOException;

  /** Its own figures by name, for {@code /__standin/stats}. */
  default Map<String, Object> figures() {
    return Map.of();
  }
}
