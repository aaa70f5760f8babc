package dev.aiendpoint.standin.endpoint;

import dev.aiendpoint.standin.data.Match;
import dev.aiendpoint.standin.http.Call;
import java.util.List;
import java.util.Map;

/** The pages ({@code /}, {@code /sign-in}, {@code /dashboard}) and {@code /api/auth/session}. */
public final class PageEndpoints {

  private final MatchEndpoints matches;

  public PageEndpoints(MatchEndpoints matches) {
    this.matches = matches;
  }

  public void home(Call call) {
    call.html(page("Connect", "<h1>Connect</h1><p>기업에 맞는 정부 지원사업을 찾아 드립니다.</p>"));
  }

  public void signIn(Call call) {
    call.html(page("Sign in", "<h1>로그인</h1><form><input name=\"email\"></form>"));
  }

  public void dashboard(Call call) throws Exception {
    List<Match> own = matches.of(call.user().organization(), "").value();
    StringBuilder list = new StringBuilder();
    for (Match match : own) {
      list.append("<li>")
          .append(match.program().title())
          .append(" · ")
          .append(match.score())
          .append("</li>");
    }
    call.html(page("Dashboard", "<h1>대시보드</h1><ol>" + list + "</ol>"));
  }

  public void session(Call call) {
    call.json(
        200,
        Map.of(
            "user",
            Map.of("id", call.user().id(), "organizationId", call.user().organization()),
            "expires",
            "2099-12-31T00:00:00.000Z"));
  }

  private static String page(String title, String body) {
    return "<!doctype html><html lang=\"ko\"><head><meta charset=\"utf-8\"><title>"
        + title
        + "</title></head><body>"
        + body
        + "</body></html>";
  }
}
