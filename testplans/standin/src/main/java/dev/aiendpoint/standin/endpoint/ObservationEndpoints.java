package dev.aiendpoint.standin.endpoint;

import dev.aiendpoint.standin.ai.CircuitEvents;
import dev.aiendpoint.standin.http.Call;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code GET /__standin/events} and {@code GET /__standin/stats}: what really happened, for tests
 * only. The real application has nothing like them, so plans must not depend on them.
 */
public final class ObservationEndpoints {

  private record Events(List<CircuitEvents.Event> events) {}

  private final CircuitEvents events;
  private final Supplier<Map<String, Object>> figures;

  public ObservationEndpoints(CircuitEvents events, Supplier<Map<String, Object>> figures) {
    this.events = events;
    this.figures = figures;
  }

  public void events(Call call) {
    call.json(200, new Events(events.all()));
  }

  public void stats(Call call) {
    call.json(200, figures.get());
  }
}
