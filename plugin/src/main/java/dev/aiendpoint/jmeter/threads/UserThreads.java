package dev.aiendpoint.jmeter.threads;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Makes the threads that users run on: virtual ones where the JDK has them (21 and later), else
 * plain ones.
 */
public enum UserThreads {
  VIRTUAL,
  PLATFORM;

  /** JMeter property that forces a kind: {@code auto}, {@code virtual} or {@code platform}. */
  public static final String PROPERTY = "ai.threads";

  /**
   * Reads the property's value.
   *
   * @throws IllegalArgumentException when it names no kind, or one that this JDK lacks
   */
  public static UserThreads parse(String text) {
    boolean virtualHere = Virtual.FACTORY.isPresent();
    switch (text.trim()) {
      case "", "auto":
        return virtualHere ? VIRTUAL : PLATFORM;
      case "platform":
        return PLATFORM;
      case "virtual":
        if (virtualHere) {
          return VIRTUAL;
        }
        break;
      default:
        break;
    }
    throw new IllegalArgumentException(
        "settings: "
            + PROPERTY
            + " was '"
            + text
            + "' but must be a kind of thread that this JDK has; supported: auto, platform"
            + (virtualHere ? ", virtual" : ""));
  }

  /** A thread that is not started. */
  public Thread unstarted(String name, Runnable body) {
    return this == VIRTUAL
        ? Virtual.FACTORY.orElseThrow().unstarted(name, body)
        : new Thread(body, name);
  }

  /** Thread.ofVirtual().name(n).unstarted(r), found by name since the code is built for JDK 17. */
  private record Virtual(Method ofVirtual, Method name, Method unstarted) {

    static final Optional<Virtual> FACTORY = find();

    private static Optional<Virtual> find() {
      // JDK 19 and 20 have the methods as a preview, which throws when it is off.
      if (Runtime.version().feature() < 21) {
        return Optional.empty();
      }
      try {
        Class<?> builder = Class.forName("java.lang.Thread$Builder");
        return Optional.of(
            new Virtual(
                Thread.class.getMethod("ofVirtual"),
                builder.getMethod("name", String.class),
                builder.getMethod("unstarted", Runnable.class)));
      } catch (ReflectiveOperationException e) {
        return Optional.empty();
      }
    }

    Thread unstarted(String threadName, Runnable body) {
      try {
        Object builder = name.invoke(ofVirtual.invoke(null), threadName);
        return (Thread) unstarted.invoke(builder, body);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("virtual threads: cannot be made", e);
      }
    }
  }
}
