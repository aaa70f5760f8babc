package dev.aiendpoint.standin.endpoint;

import dev.aiendpoint.standin.cache.AnswerCache;
import dev.aiendpoint.standin.cache.Cached;
import dev.aiendpoint.standin.data.Match;
import dev.aiendpoint.standin.data.Matches;
import dev.aiendpoint.standin.http.Call;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** {@code GET /api/matches}, a company's matches, best first, cached 1 h. */
public final class MatchEndpoints {

  private record Answer(boolean success, List<Match> matches) {}

  private static final Set<String> STATUSES = Set.of("", "new", "viewed");

  private final Matches matches;
  private final AnswerCache<List<Match>> cache;

  public MatchEndpoints(Matches matches, AnswerCache<List<Match>> cache) {
    this.matches = matches;
    this.cache = cache;
  }

  public void list(Call call) throws Exception {
    String status = call.query("status");
    if (!STATUSES.contains(status)) {
      call.error(400, "status must be new or viewed");
      return;
    }
    Cached<List<Match>> own = of(call.user().organization(), status);
    call.header(ProgramEndpoints.CACHE_HEADER, String.valueOf(own.hit()))
        .json(200, new Answer(true, own.value()));
  }

  Cached<List<Match>> of(String organization, String status) throws SQLException {
    return cache.get(organization + "|" + status, () -> matches.of(organization, status));
  }
}
