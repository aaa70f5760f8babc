package dev.aiendpoint.fault;

import dev.aiendpoint.circuit.ProviderLog;
import dev.aiendpoint.json.JsonView;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The control API of a fault-injecting AI provider: {@code PUT <base>/faults} switches a fault on,
 * {@code DELETE <base>/faults} lifts it, {@code GET <base>/log?sinceMs=} tells what was done. See
 * docs/provider.md. Immutable.
 *
 * @param base such as {@code http://127.0.0.1:9090/__control}
 */
public record ProviderControl(String base) {

  /** What the log says: the calls, and how many of them met the fault. */
  record Served(ProviderLog log, long met) {}

  /**
   * A fault that is on, by the provider's clock.
   *
   * @param mode its word
   * @param sinceMillis when it was on for sure
   */
  record Acting(String mode, long sinceMillis) {

    private boolean isMetBy(JsonView entry) {
      return !mode.equals(HEALTHY)
          && entry.get("mode").textOrEmpty().equals(mode)
          && entry.get("atMs").longValue().orElse(Long.MIN_VALUE) >= sinceMillis;
    }
  }

  private static final String HEALTHY = "healthy";

  /** Calls that began shortly before a fault tell what it changed. */
  private static final long BEFORE_MILLIS = 5_000;

  /** Clocks that differ by less are the same one. */
  private static final long SAME_CLOCK_MILLIS = 50;

  private static final long FUTURE = 9_000_000_000_000L;

  /** Without a slash at the end. */
  public ProviderControl {
    base = base.trim().replaceAll("/+$", "");
  }

  /** A query, such as one with a key, stays at the end. */
  private String url(String path) {
    int query = base.indexOf('?');
    return query < 0 ? base + path : base.substring(0, query) + path + base.substring(query);
  }

  /**
   * @throws IllegalArgumentException when the base is no URL
   */
  public HttpAction on(String fault) {
    return HttpAction.parse("provider.control.url", "PUT", url("/faults"), fault);
  }

  /**
   * Switches a fault on, in place of the one that is.
   *
   * @throws IOException when it did not work, or nobody knows
   */
  Acting switchOn(String fault) throws IOException {
    on(fault).send();
    String mode = JsonView.parse(fault).orElse(JsonView.MISSING).get("mode").textOrEmpty();
    // Asked afterwards: what was logged before may have met an earlier fault.
    return new Acting(mode, now());
  }

  HttpAction off() {
    return HttpAction.parse("provider.control.url", "DELETE", url("/faults"), "");
  }

  private JsonView log(long sinceMillis) throws IOException {
    String url = url("/log");
    String log = url + (url.contains("?") ? "&" : "?") + "sinceMs=" + sinceMillis;
    HttpAction get = new HttpAction("GET", URI.create(log), "");
    return JsonView.parse(get.send())
        .filter(JsonView::isObject)
        .orElseThrow(() -> new IOException(get + " answered no JSON object"));
  }

  /** The provider's clock now, epoch milliseconds. */
  long now() throws IOException {
    return log(FUTURE)
        .get("nowMs")
        .longValue()
        .orElseThrow(() -> new IOException("the provider's log does not tell its time"));
  }

  /** What was done since shortly before a fault, and how many calls met it. */
  Served served(Acting fault) throws IOException {
    long before = System.currentTimeMillis();
    JsonView log = log(fault.sinceMillis() - BEFORE_MILLIS);
    long here = before + (System.currentTimeMillis() - before) / 2;
    long ahead = log.get("nowMs").longValue().orElse(here) - here;
    long shift = Math.abs(ahead) < SAME_CLOCK_MILLIS ? 0 : ahead;
    List<ProviderLog.Call> calls = new ArrayList<>();
    long met = 0;
    for (JsonView entry : log.get("entries").items()) {
      OptionalLong start = entry.get("atMs").longValue();
      OptionalLong end = entry.get("endMs").longValue();
      met += fault.isMetBy(entry) ? 1 : 0;
      if (start.isPresent() && end.isPresent()) {
        calls.add(
            new ProviderLog.Call(
                start.getAsLong() - shift,
                end.getAsLong() - shift,
                !entry.get("result").textOrEmpty().equals("answered"),
                entry.get("lateMs").longValue()));
      }
    }
    return new Served(new ProviderLog(calls), met);
  }

  /** Without what may be a secret. */
  @Override
  public String toString() {
    String faults = off().address();
    return faults.substring(0, faults.lastIndexOf('/'));
  }
}
