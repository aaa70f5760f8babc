package dev.aiendpoint.target;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The base URL of a system under test.
 *
 * @param scheme {@code http} or {@code https}
 * @param host name or address, without brackets
 * @param port explicit or the scheme's default
 * @param path prefix of every request path; empty or with a leading and without a trailing slash
 */
public record TargetUrl(String scheme, String host, int port, String path) {

  /**
   * Parses a base URL such as {@code https://connect.example:8443/app}.
   *
   * @param setting name of the setting it came from, for the message
   * @throws IllegalArgumentException with the setting, the value and the rule
   */
  public static TargetUrl parse(String setting, String text) {
    URI uri;
    try {
      uri = new URI(text.trim());
    } catch (URISyntaxException e) {
      throw invalid(setting, text);
    }
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    if (!(http || https)
        || uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawUserInfo() != null) {
      throw invalid(setting, text);
    }
    String host = uri.getHost().replaceAll("^\\[|]$", "");
    int port = uri.getPort() >= 0 ? uri.getPort() : https ? 443 : 80;
    String path = uri.getRawPath().replaceAll("/+$", "");
    return new TargetUrl(https ? "https" : "http", host, port, path);
  }

  private static IllegalArgumentException invalid(String setting, String text) {
    // User info may be a password: it is not repeated.
    String shown = text.replaceAll("//[^/@]*@", "//***@");
    return new IllegalArgumentException(
        setting
            + " was '"
            + shown
            + "' but must be http://host[:port][/path] or https://…, without user, password or"
            + " query");
  }

  @Override
  public String toString() {
    String shownHost = host.contains(":") ? "[" + host + "]" : host;
    boolean standard = port == ("https".equals(scheme) ? 443 : 80);
    return scheme + "://" + shownHost + (standard ? "" : ":" + port) + path;
  }
}
