package dev.aiendpoint.jmeter;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The exit code of a headless run. JMeter exits with 0 whatever happened; once a baseline check is
 * part of the plan this class makes sure that 0 is only ever the result of a verdict.
 *
 * <p>It works from a shutdown hook that halts the JVM with the code: JMeter has closed its result
 * files by the time a regular end gets there. Codes: 0 PASS or WARN, 99 FAIL or NO_DATA, 104
 * invalid settings, 97 no verdict. Thread-safe.
 */
public final class RunExit {

  public static final int ACCEPTED = 0;
  public static final int BREACH = 99;
  public static final int INVALID_SETTINGS = 104;
  public static final int NO_VERDICT = 97;

  /** Other shutdown hooks (JMeter's result files among them) get this long after a crash. */
  private static final long GRACE_MILLIS = 1_000;

  private static final AtomicInteger CODE = new AtomicInteger(NO_VERDICT);
  private static final AtomicBoolean ARMED = new AtomicBoolean();

  private RunExit() {}

  /**
   * From now on the JVM exits with {@link #NO_VERDICT} unless a verdict is given. Does nothing in
   * the GUI and on a remote engine.
   */
  public static void arm() {
    if (JMeter.isNonGUI() && ARMED.compareAndSet(false, true)) {
      Runtime.getRuntime().addShutdownHook(new Thread(RunExit::halt, "AI endpoint exit code"));
    }
  }

  private static void halt() {
    // Nothing else runs once the JVM halts.
    AiFaultSwitch.liftAll();
    if (CODE.get() == NO_VERDICT) {
      try {
        Thread.sleep(GRACE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    System.out.flush();
    Runtime.getRuntime().halt(CODE.get());
  }

  /** Sets the code of a run that ended with a verdict; a refusal or a broken run is not undone. */
  static void verdict(boolean accepted) {
    CODE.compareAndSet(NO_VERDICT, accepted ? ACCEPTED : BREACH);
  }

  /** True when the run was refused, so that no verdict is due. */
  static boolean isRefused() {
    return CODE.get() == INVALID_SETTINGS;
  }

  /**
   * Ends the run before its first request: the settings, a baseline, a profile or a plan cannot be
   * used. In the GUI the reason is shown as an error.
   *
   * @throws RunRefusedException always, so that JMeter starts no thread
   */
  public static void refuse(String reason) {
    arm();
    CODE.set(INVALID_SETTINGS);
    if (JMeter.isNonGUI()) {
      System.out.println("REFUSED before the first request: " + reason);
      System.out.flush();
    } else {
      CODE.set(NO_VERDICT);
      JMeterUtils.reportErrorToUser(reason, "Refused before the first request");
    }
    throw new RunRefusedException(reason);
  }
}
