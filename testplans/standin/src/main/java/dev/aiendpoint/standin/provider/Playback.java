package dev.aiendpoint.standin.provider;

import dev.aiendpoint.standin.provider.answer.Step;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes the steps of one answer at their times. No thread waits for them: the next step is due on a
 * timer, and a write goes on when the network has taken it. So any number of requests may hang.
 */
final class Playback {

  /** What became of the steps. */
  enum End {
    /** All were taken; the connection may stay open. */
    DONE,
    /** The client left before. */
    GONE
  }

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final ScheduledExecutorService timer;
  private final long startNanos;
  private final List<Step> steps;
  private final ObjLongConsumer<End> end;
  private int next;

  /** When the step that is being taken should have been. */
  private volatile long plannedNanos;

  /**
   * @param startNanos what the steps' times count from
   * @param end hears what became of it, and how late that was, in nanoseconds; what it hears first
   *     counts
   */
  Playback(
      Request request,
      Response response,
      Callback callback,
      ScheduledExecutorService timer,
      long startNanos,
      List<Step> steps,
      ObjLongConsumer<End> end) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.timer = timer;
    this.startNanos = startNanos;
    this.steps = steps;
    this.end = end;
    this.plannedNanos = startNanos;
  }

  void start() {
    start(goOn -> goOn.accept(startNanos));
  }

  /**
   * @param turn lets the first step be taken, and says from when on it could have been
   */
  void start(Consumer<LongConsumer> turn) {
    request.addFailureListener(
        cause -> {
          end(End.GONE);
          callback.failed(cause);
        });
    turn.accept(this::goOn);
  }

  private void goOn() {
    goOn(startNanos);
  }

  private void goOn(long notBeforeNanos) {
    if (next == steps.size()) {
      end(End.DONE);
      return;
    }
    Step step = steps.get(next++);
    long at = startNanos + step.atNanos();
    plannedNanos = at - notBeforeNanos > 0 ? at : notBeforeNanos;
    long left = plannedNanos - System.nanoTime();
    if (left <= 0) {
      take(step);
    } else {
      timer.schedule(() -> take(step), left, TimeUnit.NANOSECONDS);
    }
  }

  private void take(Step step) {
    if (step instanceof Step.Whole whole) {
      begin(whole.status(), whole.headers());
      write(whole.body(), true);
    } else if (step instanceof Step.Begin begin) {
      begin(begin.status(), begin.headers());
      goOn();
    } else if (step instanceof Step.Send send) {
      write(send.text(), false);
    } else if (step instanceof Step.End last) {
      write(last.text(), true);
    } else {
      end(End.DONE);
      reset();
    }
  }

  /** Who leaves is not kept waiting by a busy machine. */
  private void end(End how) {
    end.accept(how, how == End.GONE ? 0 : Math.max(0, System.nanoTime() - plannedNanos));
  }

  private void begin(int status, Map<String, String> headers) {
    response.setStatus(status);
    headers.forEach((name, value) -> response.getHeaders().put(name, value));
  }

  private void write(String text, boolean last) {
    response.write(
        last,
        ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
        Callback.from(
            () -> {
              if (last) {
                end(End.DONE);
                callback.succeeded();
              } else {
                goOn();
              }
            },
            cause -> {
              end(End.GONE);
              callback.failed(cause);
            }));
  }

  /** A socket that is closed with nothing to linger for sends a reset, not an orderly end. */
  private void reset() {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    EofException reset = new EofException("reset, as told");
    if (endPoint instanceof SocketChannelEndPoint socket) {
      try {
        socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        reset.addSuppressed(e);
      }
    }
    endPoint.close(reset);
    callback.failed(reset);
  }
}
