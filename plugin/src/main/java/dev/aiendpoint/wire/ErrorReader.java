package dev.aiendpoint.wire;

import dev.aiendpoint.json.JsonView;
import java.util.Optional;

/**
 * Reads the error that a JSON answer or event carries.
 *
 * <p>Shapes, and what is read:
 *
 * <ul>
 *   <li>{@code {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}}: {@code
 *       overloaded_error: Overloaded}
 *   <li>{@code {"error":{"code":502,"message":"Provider disconnected"}}}: {@code 502: Provider
 *       disconnected}
 *   <li>{@code {"error":"Rate Limit Exceeded","message":"10 a minute"}}: {@code Rate Limit
 *       Exceeded: 10 a minute}
 * </ul>
 */
final class ErrorReader {

  private ErrorReader() {}

  /** The error of an answer; empty when its {@code error} says that there is none. */
  static Optional<String> find(JsonView root) {
    JsonView error = root.get("error");
    if (error.isObject()) {
      return Optional.of(ofObject(error));
    }
    if (error.isArray() && !error.items().isEmpty()) {
      return Optional.of(error.display());
    }
    String title = error.textOrEmpty();
    if (!title.isEmpty()) {
      return Optional.of(join(title, root.get("message").textOrEmpty()));
    }
    boolean flagged =
        error.booleanValue().orElse(false) || !root.get("success").booleanValue().orElse(true);
    return flagged ? Optional.of(root.get("message").textOrEmpty()) : Optional.empty();
  }

  /** The message of an error object, after the word or number for its kind. */
  static String ofObject(JsonView error) {
    String message = error.get("message").textOrEmpty();
    String kind = kind(error);
    return message.isEmpty() && kind.isEmpty() ? error.display() : join(kind, message);
  }

  private static String kind(JsonView error) {
    for (String name : new String[] {"type", "status", "code"}) {
      JsonView value = error.get(name);
      // LiteLLM writes the Python word for nothing as text.
      if (value.exists() && !value.isNull() && !value.display().equals("None")) {
        return value.display();
      }
    }
    return "";
  }

  private static String join(String kind, String message) {
    if (kind.isEmpty() || message.isEmpty()) {
      return kind + message;
    }
    return message.contains(kind) ? message : kind + ": " + message;
  }
}
