package dev.aiendpoint.standin.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Chat messages a minute and user. Safe for use by many threads. */
public final class ChatLimit {

  private final Map<String, SlidingLimit> byUser = new ConcurrentHashMap<>();
  private final int messages;
  private final Duration window;
  private final Clock clock;

  public ChatLimit(int messages, Duration window, Clock clock) {
    this.messages = messages;
    this.window = window;
    this.clock = clock;
  }

  /** The limit of one user. */
  public SlidingLimit of(String user) {
    return byUser.computeIfAbsent(user, u -> new SlidingLimit(messages, window, clock));
  }
}
