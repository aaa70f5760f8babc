package dev.aiendpoint.cli;

/** An argument of a command cannot be used; the message says which and why. */
final class InvalidArgumentException extends Exception {

  InvalidArgumentException(String message) {
    super(message);
  }
}
