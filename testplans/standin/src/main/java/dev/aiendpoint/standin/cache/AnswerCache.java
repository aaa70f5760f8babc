package dev.aiendpoint.standin.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * One cache (Caffeine) of one kind of answer, of bounded size and lifetime; switched off, it misses
 * always. Two callers that miss at once both load, as in the real application. Safe for use by many
 * threads.
 */
public final class AnswerCache<V> {

  private static final int MOST_ENTRIES = 20_000;

  private final Cache<String, V> entries;
  private final boolean on;

  public AnswerCache(Duration lifetime, boolean on, Ticker ticker) {
    this.on = on;
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(MOST_ENTRIES)
            .expireAfterWrite(lifetime)
            .ticker(ticker)
            .build();
  }

  /** Loads a value that no cache holds. */
  @FunctionalInterface
  public interface Loader<V> {
    V load() throws SQLException;
  }

  /** The cached value, or the loaded one, which is cached then. */
  public Cached<V> get(String key, Loader<V> loader) throws SQLException {
    Optional<V> held = find(key);
    if (held.isPresent()) {
      return new Cached<>(held.get(), true);
    }
    V loaded = loader.load();
    put(key, loaded);
    return new Cached<>(loaded, false);
  }

  /** The cached value, if any. */
  public Optional<V> find(String key) {
    return on ? Optional.ofNullable(entries.getIfPresent(key)) : Optional.empty();
  }

  /** Caches a value. */
  public void put(String key, V value) {
    if (on) {
      entries.put(key, value);
    }
  }

  /** Forgets a value. */
  public void evict(String key) {
    entries.invalidate(key);
  }
}
