package dev.aiendpoint.jmeter;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;

/**
 * Notices what JMeter only logs: a script that does not run, a thread that dies of an error. After
 * either the figures describe another test than the plan, so the run must not end with a verdict.
 * Listens on JMeter's root logger, since JMeter tells nobody else. Thread-safe.
 */
final class BrokenRunWatch {

  private static final String NAME = "ai-endpoint-broken-run";

  private final AtomicReference<String> first = new AtomicReference<>();
  private Appender appender;

  void start() {
    if (LogManager.getContext(false) instanceof LoggerContext context) {
      Configuration configuration = context.getConfiguration();
      appender = new Appender(first);
      appender.start();
      configuration.getRootLogger().addAppender(appender, Level.WARN, null);
      context.updateLoggers();
    }
  }

  void stop() {
    if (appender != null && LogManager.getContext(false) instanceof LoggerContext context) {
      context.getConfiguration().getRootLogger().removeAppender(NAME);
      context.updateLoggers();
      appender.stop();
      appender = null;
    }
  }

  /** What broke first, if anything did. */
  Optional<String> broken() {
    return Optional.ofNullable(first.get());
  }

  /** Notes a break that was seen elsewhere, such as in a sample. */
  void note(String what) {
    first.compareAndSet(null, what);
  }

  private static final class Appender extends AbstractAppender {

    private final AtomicReference<String> first;

    Appender(AtomicReference<String> first) {
      super(NAME, null, null, true, Property.EMPTY_ARRAY);
      this.first = first;
    }

    @Override
    public void append(LogEvent event) {
      if (first.get() == null) {
        String message = event.getMessage().getFormattedMessage();
        if (isBreak(event.getLoggerName(), message)) {
          Throwable thrown = event.getThrown();
          first.compareAndSet(null, thrown == null ? message : message + ": " + brief(thrown));
        }
      }
    }

    /** By what JMeter 5.6.3 says; a script's own {@code log.error} is no break. */
    private static boolean isBreak(String logger, String message) {
      return message.startsWith("Problem in JSR223 script")
          || message.startsWith("Error compiling script for test element")
          || message.startsWith("Uncaught exception")
          || message.startsWith("Error invoking bsh method")
          || (logger.endsWith(".functions.Groovy") && message.startsWith("Error running groovy"))
          || (logger.endsWith(".JMeterThread")
              && (message.startsWith("Test failed!")
                  || message.startsWith("Error while processing sampler")
                  || message.startsWith("Error calling threadStarted")));
    }

    private static String brief(Throwable thrown) {
      String text = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
      return thrown.getClass().getSimpleName() + ": " + text;
    }
  }
}
