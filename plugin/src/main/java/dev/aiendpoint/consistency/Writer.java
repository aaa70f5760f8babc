package dev.aiendpoint.consistency;

/**
 * A test user who writes, with what signs its requests in.
 *
 * @param name for messages; may be empty
 * @param authHeader name of the header that identifies the user
 * @param authValue its value, a secret: never part of a text
 */
public record Writer(String name, String authHeader, String authValue) {

  @Override
  public String toString() {
    return name.isEmpty() ? "writer" : name;
  }
}
