package dev.aiendpoint.fault;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * One HTTP call that switches something. Its text shows neither user nor query of the URL, since
 * these may be secrets. Immutable.
 *
 * @param method one of {@link #METHODS}
 * @param uri absolute, {@code http} or {@code https}
 * @param body sent as JSON; empty for none
 */
public record HttpAction(String method, URI uri, String body) {

  public static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 10_000;
  private static final int MOST_SHOWN = 300;

  /**
   * Checks what a user gave.
   *
   * @param where name of the setting, for the message
   * @throws IllegalArgumentException with setting, value and rule
   */
  public static HttpAction parse(String where, String method, String url, String body) {
    String word = method.trim().toUpperCase(Locale.ROOT);
    if (!METHODS.contains(word)) {
      throw new IllegalArgumentException(
          where
              + ": method was '"
              + method
              + "' but must be a known one; supported: "
              + String.join(", ", METHODS));
    }
    try {
      URI uri = new URI(url.trim());
      if (List.of("http", "https")
              .contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
          && uri.getHost() != null) {
        return new HttpAction(word, uri, body);
      }
    } catch (URISyntaxException e) {
      // Said below, without the text, which may hold a secret.
    }
    throw new IllegalArgumentException(
        where + ": the URL must be http://host[:port]/path or https://…");
  }

  /** The host, without the brackets of an IPv6 address. */
  public String host() {
    return uri.getHost().replaceAll("^\\[|]$", "");
  }

  /**
   * Makes the call; returns the answer's body. It is made once, since what it switches may not be
   * the same after a second one; only a GET may be repeated by the JDK. Redirects are not followed:
   * they could lead to another host.
   *
   * @throws ConnectException when nobody listens there
   * @throws IOException when there is no answer, or its status is none of 200 to 299
   */
  public String send() throws IOException {
    HttpResponse<String> answer = exchange(request());
    if (answer.statusCode() < 200 || answer.statusCode() > 299) {
      throw new IOException(
          this
              + " answered "
              + answer.statusCode()
              + ": "
              + answer.body().substring(0, Math.min(MOST_SHOWN, answer.body().length())));
    }
    return answer.body();
  }

  private HttpRequest request() {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (body.isEmpty()) {
      return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json; charset=utf-8")
        .method(method, HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /** With a client of its own: a connection that was kept may be dead by now. */
  private static HttpResponse<String> exchange(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofMillis(CONNECT_MILLIS))
            .build()
            .sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      // Waits on when the thread is interrupted: a fault must be lifted even then.
      return answer.thenApply(Function.identity()).orTimeout(ANSWER_MILLIS, MILLISECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ConnectException cause) {
        throw cause;
      }
      throw new IOException(
          e.getCause() instanceof TimeoutException
              ? "no answer within " + ANSWER_MILLIS + " ms"
              : String.valueOf(e.getCause()),
          e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public String toString() {
    return method + " " + address();
  }

  /** The URL without user and query. */
  String address() {
    return uri.getScheme()
        + "://"
        + uri.getHost()
        + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
        + uri.getPath();
  }
}
