package dev.aiendpoint.standin.endpoint;

import dev.aiendpoint.standin.cache.AnswerCache;
import dev.aiendpoint.standin.cache.Cached;
import dev.aiendpoint.standin.data.Program;
import dev.aiendpoint.standin.data.Programs;
import dev.aiendpoint.standin.http.Call;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code GET /api/funding-programs} and {@code GET /api/funding-programs/{id}}, cached 6 h. */
public final class ProgramEndpoints {

  static final String CACHE_HEADER = "X-Cache-Hit";

  private static final int LONGEST_KEYWORD = 100;

  private final Programs programs;
  private final AnswerCache<List<Program>> searches;
  private final AnswerCache<Optional<Program>> details;

  public ProgramEndpoints(
      Programs programs,
      AnswerCache<List<Program>> searches,
      AnswerCache<Optional<Program>> details) {
    this.programs = programs;
    this.searches = searches;
    this.details = details;
  }

  public void search(Call call) throws Exception {
    String keyword = call.query("keyword").strip().toLowerCase(Locale.ROOT);
    if (keyword.length() > LONGEST_KEYWORD) {
      call.error(400, "keyword must have at most " + LONGEST_KEYWORD + " characters");
      return;
    }
    Cached<List<Program>> found = searches.get(keyword, () -> programs.search(keyword));
    call.header(CACHE_HEADER, String.valueOf(found.hit())).json(200, found.value());
  }

  public void details(Call call) throws Exception {
    Cached<Optional<Program>> found = find(call.parameter(0));
    call.header(CACHE_HEADER, String.valueOf(found.hit()));
    if (found.value().isEmpty()) {
      call.error(404, "Program not found");
    } else {
      call.json(200, found.value().get());
    }
  }

  Cached<Optional<Program>> find(String id) throws SQLException {
    return details.get(id, () -> programs.find(id));
  }
}
