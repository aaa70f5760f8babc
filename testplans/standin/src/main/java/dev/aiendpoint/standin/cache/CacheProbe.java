package dev.aiendpoint.standin.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicLong;

/** The health check of the cache: puts a value into a real cache and gets it back. */
public final class CacheProbe {

  private final Cache<Long, Long> cache = Caffeine.newBuilder().maximumSize(64).build();
  private final AtomicLong count = new AtomicLong();

  /** One round trip; throws when the cache lost what it was given. */
  public void check() {
    long marker = count.incrementAndGet();
    cache.put(marker, marker);
    Long held = cache.getIfPresent(marker);
    if (held == null || held != marker) {
      throw new IllegalStateException("the cache lost what was put");
    }
    cache.invalidate(marker);
  }
}
