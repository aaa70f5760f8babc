package dev.aiendpoint.standin.endpoint;

import dev.aiendpoint.standin.ai.AiGateway;
import dev.aiendpoint.standin.ai.AiReply;
import dev.aiendpoint.standin.ai.AiRequest;
import dev.aiendpoint.standin.ai.AiResult;
import dev.aiendpoint.standin.cache.AnswerCache;
import dev.aiendpoint.standin.data.Match;
import dev.aiendpoint.standin.data.Matches;
import dev.aiendpoint.standin.http.Call;
import dev.aiendpoint.standin.options.Visibility;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /api/matches/{id}/explanation}: 404 for an unknown match, 403 for another company's;
 * cached 24 h. Fallback content is never cached.
 */
public final class ExplanationEndpoint {

  private record Metadata(boolean cached, double cost, long responseTime, Usage usage) {}

  private record Answer(
      boolean success, String matchId, Explanation explanation, Metadata metadata, Match match) {}

  private final Matches matches;
  private final AiGateway ai;
  private final AnswerCache<Explanation> cache;
  private final AnswerCache<Optional<Match>> matchCache;
  private final Unavailability unavailability;

  public ExplanationEndpoint(
      Matches matches,
      AiGateway ai,
      AnswerCache<Explanation> cache,
      AnswerCache<Optional<Match>> matchCache,
      Visibility visibility) {
    this.matches = matches;
    this.ai = ai;
    this.cache = cache;
    this.matchCache = matchCache;
    this.unavailability = new Unavailability(visibility);
  }

  public void explain(Call call) throws Exception {
    long start = System.nanoTime();
    String id = call.parameter(0);
    Optional<Match> found = matchCache.get(id, () -> matches.find(id)).value();
    if (found.isEmpty()) {
      call.error(404, "Match not found");
      return;
    }
    Match match = found.get();
    if (!match.organization().equals(call.user().organization())) {
      call.error(403, "Forbidden");
      return;
    }
    Optional<Explanation> held = cache.find(id);
    if (held.isPresent()) {
      answer(call, match, held.get(), new Metadata(true, 0, millisSince(start), null));
      return;
    }
    AiResult result =
        ai.answer(
            new AiRequest(
                AiRequest.Kind.EXPLANATION, call.user().id(), List.of(), match.program().title()));
    if (result instanceof AiResult.Answered answered) {
      AiReply reply = answered.reply();
      Explanation explanation = Explanation.parse(reply.text());
      cache.put(id, explanation);
      unavailability.announce(call, ai.circuitState());
      Usage usage = new Usage(reply.inputTokens(), reply.outputTokens());
      answer(
          call,
          match,
          explanation,
          new Metadata(false, answered.cost(), millisSince(start), usage));
    } else if (!unavailability.answer(call, result, ai.circuitState())) {
      answer(call, match, Explanation.FALLBACK, new Metadata(false, 0, millisSince(start), null));
    }
  }

  private static void answer(Call call, Match match, Explanation explanation, Metadata metadata) {
    call.json(200, new Answer(true, match.id(), explanation, metadata, match));
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
