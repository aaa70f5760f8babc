package dev.aiendpoint.json;

/**
 * One thing that is wrong in a file that a user wrote.
 *
 * @param file the file as the user named it
 * @param line line, from 1; 0 when the problem is the file as a whole
 * @param column column, from 1; 0 when the problem is the file as a whole
 * @param message {@code <name> was '<value>' but must be <rule>; supported: a, b, c}
 */
public record Problem(String file, int line, int column, String message) {

  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
  }
}
