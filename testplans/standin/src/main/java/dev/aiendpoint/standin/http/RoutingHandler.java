package dev.aiendpoint.standin.http;

import dev.aiendpoint.standin.session.TestUser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes each request to its endpoint: 401 without a session where one is wanted, 404 for an unknown
 * path, 405 for a known one with another method, 500 when the endpoint throws.
 */
public final class RoutingHandler extends Handler.Abstract {

  /** With the database gone, every call fails: the first ones say why. */
  private static final int MOST_REPORTED = 20;

  private final AtomicInteger reported = new AtomicInteger();
  private final List<Route> routes;
  private final String cookie;
  private final Function<String, Optional<TestUser>> users;
  private final Counters counters;

  /**
   * @param cookie name of the cookie that carries a session
   * @param users whose session a value is
   */
  public RoutingHandler(
      List<Route> routes,
      String cookie,
      Function<String, Optional<TestUser>> users,
      Counters counters) {
    this.routes = List.copyOf(routes);
    this.cookie = cookie;
    this.users = users;
    this.counters = counters;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    boolean known = false;
    for (Route route : routes) {
      Optional<List<String>> parameters = route.parameters(path);
      if (parameters.isPresent()) {
        known = true;
        if (route.method().equals(request.getMethod())) {
          counters.add("requests " + route.method() + " " + route.path());
          answer(route, parameters.get(), request, response, callback);
          return true;
        }
      }
    }
    Call call = new Call(request, response, callback, List.of(), Optional.empty());
    if (!received(call, callback)) {
      return true;
    }
    call.error(known ? 405 : 404, known ? "Method Not Allowed" : "Not Found");
    return true;
  }

  private void answer(
      Route route, List<String> parameters, Request request, Response response, Callback callback) {
    Optional<TestUser> user = route.session() ? user(request) : Optional.empty();
    Call call = new Call(request, response, callback, parameters, user);
    if (!received(call, callback)) {
      return;
    }
    if (route.session() && user.isEmpty()) {
      call.error(401, "Unauthorized");
      return;
    }
    try {
      route.endpoint().answer(call);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      if (call.answered()) {
        callback.failed(e);
      } else {
        counters.add("failures");
        if (!(e instanceof IOException) && reported.incrementAndGet() <= MOST_REPORTED) {
          System.err.println("stand-in: " + route.method() + " " + route.path() + ": " + e);
        }
        call.error(500, "Internal Server Error");
      }
    }
  }

  private static boolean received(Call call, Callback callback) {
    try {
      call.receive();
      return true;
    } catch (IOException e) {
      callback.failed(e); // The client went away.
      return false;
    }
  }

  private Optional<TestUser> user(Request request) {
    return Request.getCookies(request).stream()
        .filter(c -> c.getName().equals(cookie))
        .map(HttpCookie::getValue)
        .findFirst()
        .flatMap(users);
  }
}
