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

  /** What the log says: the calls, and how many of them met a fault. */
  record Served(ProviderLog log, long faulty) {}

  /** Clocks that differ by less are the same one. */
  private static final long SAME_CLOCK_MILLIS = 50;

  private static final long FUTURE = 9_000_000_000_000L;

  /** Without a slash at the end. */
  public ProviderControl {
    base = base.trim().replaceAll("/+$", "");
  }

  /**
   * @throws IllegalArgumentException when the base is no URL
   */
  public HttpAction on(String fault) {
    return HttpAction.parse("provider.control.url", "PUT", base + "/faults", fault);
  }

  HttpAction off() {
    return HttpAction.parse("provider.control.url", "DELETE", base + "/faults", "");
  }

  private JsonView log(long sinceMillis) throws IOException {
    HttpAction get = new HttpAction("GET", URI.create(base + "/log?sinceMs=" + sinceMillis), "");
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

  /** What was done since a moment of the provider's clock. */
  Served served(long sinceMillis) throws IOException {
    long before = System.currentTimeMillis();
    JsonView log = log(sinceMillis);
    long here = before + (System.currentTimeMillis() - before) / 2;
    long ahead = log.get("nowMs").longValue().orElse(here) - here;
    long shift = Math.abs(ahead) < SAME_CLOCK_MILLIS ? 0 : ahead;
    List<ProviderLog.Call> calls = new ArrayList<>();
    long faulty = 0;
    for (JsonView entry : log.get("entries").items()) {
      OptionalLong start = entry.get("atMs").longValue();
      OptionalLong end = entry.get("endMs").longValue();
      String mode = entry.get("mode").textOrEmpty();
      faulty += mode.equals("healthy") || mode.equals("invalid") ? 0 : 1;
      if (start.isPresent() && end.isPresent()) {
        calls.add(
            new ProviderLog.Call(
                start.getAsLong() - shift,
                end.getAsLong() - shift,
                !entry.get("result").textOrEmpty().equals("answered")));
      }
    }
    return new Served(new ProviderLog(calls), faulty);
  }
}
