package dev.aiendpoint.standin.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiendpoint.standin.http.Json;
import dev.aiendpoint.standin.provider.answer.Model;
import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import dev.aiendpoint.standin.provider.fault.Fault;
import dev.aiendpoint.standin.provider.fault.FaultSwitch;
import dev.aiendpoint.standin.provider.fault.Mode;
import dev.aiendpoint.standin.provider.wire.Ask;
import dev.aiendpoint.standin.provider.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Takes requests to the wire formats and to the control API. */
final class ProviderHandler extends Handler.Abstract {

  private static final String CAPACITY = "capacity";

  private final Model model;
  private final ContextSlots slots;
  private final FaultSwitch faults;
  private final RequestLog log;
  private final ControlApi control;
  private final Clock clock;
  private final ScheduledExecutorService timer;
  private final Turns turns;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong inFlight = new AtomicLong();

  ProviderHandler(
      Model model,
      ContextSlots slots,
      FaultSwitch faults,
      RequestLog log,
      Clock clock,
      ScheduledExecutorService timer) {
    this.model = model;
    this.slots = slots;
    this.faults = faults;
    this.log = log;
    this.control = new ControlApi(faults, log, clock);
    this.clock = clock;
    this.timer = timer;
    this.turns =
        new Turns(
            (nanos, task) -> timer.schedule(task, nanos - System.nanoTime(), TimeUnit.NANOSECONDS),
            System::nanoTime);
  }

  /** Its figures by name. */
  Map<String, Object> figures() {
    return Map.of(
        "calls", calls.get(),
        "refused", refused.get(),
        "inFlight", inFlight.get(),
        "warmUsers", slots.warm(),
        "overloads", slots.overloads());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    long startMs = clock.millis();
    long start = System.nanoTime();
    String path = Request.getPathInContext(request);
    String body;
    try {
      body = Content.Source.asString(request, StandardCharsets.UTF_8);
    } catch (IOException e) {
      callback.failed(e); // The client went away.
      return true;
    }
    Optional<Wire> wire = Wire.at(path);
    if (path.startsWith(ControlApi.PATH)) {
      Fields query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
      ControlApi.Reply reply =
          control.answer(
              request.getMethod(),
              path.substring(ControlApi.PATH.length()),
              query.getValue("sinceMs"),
              body);
      json(response, callback, reply.status(), reply.body());
    } else if (wire.isEmpty() || !request.getMethod().equals("POST")) {
      int status = wire.isEmpty() ? 404 : 405;
      json(response, callback, status, Wire.ALL.get(0).error(status, 0));
    } else {
      ask(wire.get(), body, startMs, start, request, response, callback);
    }
    return true;
  }

  private void ask(
      Wire wire,
      String body,
      long startMs,
      long start,
      Request request,
      Response response,
      Callback callback) {
    long number = calls.incrementAndGet();
    Optional<Ask> ask = Json.readObject(body).flatMap((JsonNode json) -> wire.read(json));
    if (ask.isEmpty()) {
      log.begin(number, startMs, start, wire.path(), wire.name(), false, "invalid")
          .end(400, "failed", 0);
      json(response, callback, 400, wire.error(400, number));
      return;
    }
    Fault fault = faults.next();
    TimedAnswer answer = model.answer(wire, ask.get(), number, clock.instant());
    // What fails on purpose needs no room.
    boolean needsRoom = fault.mode() == Mode.HEALTHY;
    boolean shed = needsRoom && !slots.enter(ask.get().user());
    boolean entered = needsRoom && !shed;
    List<Step> steps = shed ? List.of(answer.error(0, 503)) : fault.steps(answer);
    String result = shed ? "failed" : fault.mode().result();
    RequestLog.Open entry =
        log.begin(
            number,
            startMs,
            start,
            wire.path(),
            wire.name(),
            answer.stream(),
            shed ? CAPACITY : fault.mode().word());
    if (shed) {
      refused.incrementAndGet();
    }
    inFlight.incrementAndGet();
    AtomicBoolean ended = new AtomicBoolean();
    Playback playback =
        new Playback(
            request,
            response,
            callback,
            timer,
            start,
            steps,
            (end, lateNanos) -> {
              if (ended.compareAndSet(false, true)) {
                entry.end(status(steps), end == Playback.End.GONE ? "gone" : result, lateNanos);
                inFlight.decrementAndGet();
                if (entered) {
                  slots.leave(ask.get().user());
                }
              }
            });
    turns.begun(start);
    if (fault.oneByOne() > 0) {
      long delay = steps.get(0).atNanos();
      playback.start(goOn -> turns.take(fault, start, delay, goOn));
    } else {
      playback.start();
    }
  }

  private static Integer status(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Whole whole) {
        return whole.status();
      }
      if (step instanceof Step.Begin begin) {
        return begin.status();
      }
    }
    return null;
  }

  private static void json(Response response, Callback callback, int status, String body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    Content.Sink.write(response, true, body, callback);
  }
}
