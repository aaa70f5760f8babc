package dev.aiendpoint.standin.ai;

import java.util.Optional;

/** A circuit breaker before the provider. Safe for use by many threads. */
public interface AiCircuit {

  /** Leave to make one attempt, to be given back with its result. */
  interface Permit {

    void succeeded();

    void failed();

    /** The attempt says nothing about the provider's health. */
    void ignored();
  }

  /** Leave for one attempt; empty when it is refused. */
  Optional<Permit> tryAcquire();

  /** {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}. */
  String state();

  /** No circuit at all: every attempt is let through. */
  static AiCircuit none() {
    Permit permit =
        new Permit() {
          @Override
          public void succeeded() {}

          @Override
          public void failed() {}

          @Override
          public void ignored() {}
        };
    return new AiCircuit() {
      @Override
      public Optional<Permit> tryAcquire() {
        return Optional.of(permit);
      }

      @Override
      public String state() {
        return "CLOSED";
      }
    };
  }
}
