package dev.aiendpoint.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

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
  private static final int ANSWER_MILLIS = 5_000;
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
   * Makes the call; returns the answer's body.
   *
   * @throws IOException when there is no answer, or its status is none of 200 to 299
   */
  public String send() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(ANSWER_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    try {
      if (!body.isEmpty()) {
        connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body.getBytes(StandardCharsets.UTF_8));
        }
      }
      int status = connection.getResponseCode();
      String answer =
          read(status < 400 ? connection.getInputStream() : connection.getErrorStream());
      if (status < 200 || status > 299) {
        throw new IOException(
            this
                + " answered "
                + status
                + ": "
                + answer.substring(0, Math.min(MOST_SHOWN, answer.length())));
      }
      return answer;
    } finally {
      connection.disconnect();
    }
  }

  private static String read(InputStream in) throws IOException {
    if (in == null) {
      return "";
    }
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public String toString() {
    return method
        + " "
        + uri.getScheme()
        + "://"
        + uri.getHost()
        + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
        + uri.getPath();
  }
}
