package dev.aiendpoint.jmeter;

import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.report.ProgressFacts;
import dev.aiendpoint.report.ProgressLine;
import dev.aiendpoint.report.ProgressSchedule;
import dev.aiendpoint.stats.IntervalSnapshot;
import dev.aiendpoint.stats.RunRecorder;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;
import org.apache.jmeter.JMeter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the run once a second from a thread of its own: prints a progress line when one is due,
 * and tells another watcher. Prints in headless runs only; in the GUI the lines go to JMeter's log.
 */
final class LiveProgress {

  private static final Logger LOG = LoggerFactory.getLogger(LiveProgress.class);
  private static final long TICK_MILLIS = 1_000;

  private final RunRecorder recorder;
  private final LongConsumer onTick;
  private final long startNanos = System.nanoTime();
  private final Thread ticker = new Thread(this::run, "AI endpoint progress");
  private final boolean printing = !"off".equals(Settings.get("ai.progress", "on"));
  private volatile boolean stopped;
  private final ProgressSchedule schedule =
      new ProgressSchedule(System::nanoTime, Optional.empty());

  LiveProgress(RunRecorder recorder, LongConsumer onTick) {
    this.recorder = recorder;
    this.onTick = onTick;
    ticker.setDaemon(true);
  }

  void start() {
    ticker.start();
  }

  void stop() {
    stopped = true;
    ticker.interrupt();
    try {
      ticker.join(TICK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void say(String text) {
    if (JMeter.isNonGUI()) {
      System.out.println(text);
      System.out.flush();
    } else {
      LOG.info("{}", text);
    }
  }

  private void run() {
    while (!stopped) {
      try {
        Thread.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      try {
        onTick.accept(System.nanoTime());
        printIfDue();
      } catch (RuntimeException e) {
        // A line that cannot be printed must not end the watch over the run.
        LOG.warn("No progress line this time", e);
      }
    }
  }

  private void printIfDue() {
    if (schedule.isDue() && printing) {
      say(new ProgressLine().write(facts(LoadProgress.now())));
    }
  }

  private ProgressFacts facts(LoadProgress load) {
    long nowNanos = System.nanoTime();
    IntervalSnapshot interval = recorder.interval(nowNanos);
    return new ProgressFacts(
        Duration.ofNanos(nowNanos - startNanos),
        load.remainingSeconds(),
        load.phase().isEmpty() ? interval.phase() : load.phase(),
        load.users(),
        load.usersTarget(),
        OptionalDouble.of(interval.requestsPerSecond()),
        interval.p95Millis(),
        interval.errorsSoFar(),
        interval.samplesSoFar(),
        interval.cacheHitsSoFar(),
        interval.cacheLookupsSoFar(),
        Optional.of(interval.circuit()).filter(state -> state != CircuitState.UNKNOWN),
        ProgressFacts.Mix.of(interval.operationsSoFar()));
  }
}
