package dev.aiendpoint.standin.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiendpoint.standin.session.TestUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** One request and its answer, which is given once. Used by one thread. */
public final class Call {

  private static final int MOST_BODY_BYTES = 64 * 1024;

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final List<String> parameters;
  private final Optional<TestUser> user;
  private boolean answered;
  private Optional<String> body = Optional.empty();

  Call(
      Request request,
      Response response,
      Callback callback,
      List<String> parameters,
      Optional<TestUser> user) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.parameters = parameters;
    this.user = user;
  }

  /** Who asks, on a route that wants a session. */
  public TestUser user() {
    return user.orElseThrow();
  }

  /** The path's n-th <code>{}</code>. */
  public String parameter(int n) {
    return parameters.get(n);
  }

  /** A query parameter; empty text without one. */
  public String query(String name) throws Exception {
    Fields fields = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    String value = fields.getValue(name);
    return value == null ? "" : value;
  }

  /** Whether the client asks for an event stream. */
  public boolean wantsEventStream() {
    String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    return accept != null && accept.contains("text/event-stream");
  }

  /**
   * Takes the body in, whatever the answer will be: a server that answers before it has read the
   * request closes the connection, and a client that has just reused it sees a reset.
   */
  void receive() throws IOException {
    if (request.getLength() <= MOST_BODY_BYTES) {
      body = Optional.of(Content.Source.asString(request, StandardCharsets.UTF_8));
    }
  }

  /** The body as a JSON object; empty when it is none, or declared larger than 64 KiB. */
  public Optional<JsonNode> body() throws IOException {
    return body.isEmpty() ? Optional.empty() : Json.readObject(body.get());
  }

  /** Sets a header of the answer. */
  public Call header(String name, String value) {
    response.getHeaders().put(name, value);
    return this;
  }

  /** Answers with JSON. */
  public void json(int status, Object value) {
    text(status, "application/json; charset=utf-8", Json.write(value));
  }

  /** Answers with {@code {"error": …}}. */
  public void error(int status, String error) {
    json(status, Map.of("error", error));
  }

  /** Answers with a page. */
  public void html(String page) {
    text(200, "text/html; charset=utf-8", page);
  }

  private void text(int status, String type, String text) {
    answered = true;
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    Content.Sink.write(response, true, text, callback);
  }

  /** Begins an answer of server-sent events. */
  public EventStream eventStream() {
    answered = true;
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
    return new EventStream(Content.Sink.asOutputStream(response), callback);
  }

  /** Whether an answer has begun. */
  boolean answered() {
    return answered;
  }
}
