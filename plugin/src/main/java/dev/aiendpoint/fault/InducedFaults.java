package dev.aiendpoint.fault;

import dev.aiendpoint.circuit.ProviderLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults that this run has switched on and not lifted yet. Each stays here until its lift has
 * succeeded, so that whoever ends the run can make sure. Thread-safe; calls wait for each other.
 */
public final class InducedFaults {

  private record Active(HttpAction lift, Optional<ProviderControl> control, long sinceMillis) {}

  /** Calls that began shortly before a fault tell what it changed. */
  private static final long BEFORE_MILLIS = 5_000;

  private final List<Active> active = new ArrayList<>();
  private Optional<ProviderLog> providerLog = Optional.empty();
  private boolean ended;

  /** Forgets what an earlier run has seen; what is still on stays. */
  public synchronized void startRun() {
    providerLog = Optional.empty();
  }

  /**
   * Switches a fault on at an AI provider.
   *
   * @throws IOException when it did not work; nothing is on then, as far as anybody knows
   */
  public synchronized void induce(ProviderControl control, String fault) throws IOException {
    requireRunning();
    long since = control.now() - BEFORE_MILLIS;
    // Remembered first: the answer may get lost although the fault is on.
    Active induced = new Active(control.off(), Optional.of(control), since);
    active.add(induced);
    control.on(fault).send();
  }

  /**
   * Switches a fault on by a hook.
   *
   * @param lift how it is lifted
   * @throws IOException when it did not work
   */
  public synchronized void induce(HttpAction hook, HttpAction lift) throws IOException {
    requireRunning();
    active.add(new Active(lift, Optional.empty(), 0));
    hook.send();
  }

  /** Users may still run while the JVM ends: what was lifted must not come back. */
  private void requireRunning() throws IOException {
    if (ended) {
      throw new IOException("no fault is induced any more: the run is ending");
    }
  }

  /** Lifts all that are on, and lets none be switched on again. */
  public synchronized List<String> end() {
    ended = true;
    return liftQuietly();
  }

  /** True while any is on. */
  public synchronized boolean any() {
    return !active.isEmpty();
  }

  /**
   * Lifts all that are on, and asks the providers what they did meanwhile.
   *
   * @return what was lifted, one line each; empty when none was on
   * @throws IOException when one could not be lifted, or was on and met no request; the others are
   *     lifted all the same
   */
  public synchronized List<String> lift() throws IOException {
    List<String> lifted = new ArrayList<>();
    IOException problem = null;
    for (Active fault : List.copyOf(active)) {
      try {
        fault.lift().send();
        active.remove(fault);
        lifted.add(fault.lift() + seen(fault));
      } catch (IOException e) {
        problem = e;
      }
    }
    if (problem != null) {
      throw problem;
    }
    return lifted;
  }

  private String seen(Active fault) throws IOException {
    if (fault.control().isEmpty()) {
      return "";
    }
    ProviderControl.Served served = fault.control().get().served(fault.sinceMillis());
    if (served.faulty() == 0) {
      throw new IOException(
          "the fault was on, but no request met it (the provider answered "
              + served.log().calls().size()
              + " meanwhile): does "
              + fault.control().get().base()
              + " control the AI provider that the target asks, and do the requests get past its"
              + " cache?");
    }
    providerLog = Optional.of(served.log());
    return ": " + served.faulty() + " provider calls met it";
  }

  /** Lifts all that are on, whatever else happens; for the end of a run. */
  public synchronized List<String> liftQuietly() {
    List<String> failed = new ArrayList<>();
    for (Active fault : List.copyOf(active)) {
      try {
        fault.lift().send();
      } catch (IOException | RuntimeException e) {
        failed.add(fault.lift() + ": " + e.getMessage());
      }
      active.remove(fault);
    }
    return failed;
  }

  /** What the provider did while a fault was on. */
  public synchronized Optional<ProviderLog> providerLog() {
    return providerLog;
  }
}
