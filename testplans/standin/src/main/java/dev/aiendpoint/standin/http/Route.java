package dev.aiendpoint.standin.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which calls go to an endpoint.
 *
 * @param path segments, of which <code>{}</code> stands for any one
 * @param session whether a call without a session is answered with 401
 */
public record Route(String method, String path, boolean session, Endpoint endpoint) {

  /** The segments that stand for <code>{}</code>; empty when the path is another one. */
  Optional<List<String>> parameters(String requested) {
    String[] wanted = path.split("/", -1);
    String[] given = requested.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].equals("{}") && !given[i].isEmpty()) {
        parameters.add(given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
