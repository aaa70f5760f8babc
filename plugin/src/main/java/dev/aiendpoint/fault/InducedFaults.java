package dev.aiendpoint.fault;

import dev.aiendpoint.circuit.ProviderLog;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The faults that this run has switched on and not lifted yet. Each stays here until its lift has
 * succeeded, so that whoever ends the run can make sure. Thread-safe; calls wait for each other.
 */
public final class InducedFaults {

  /**
   * One fault.
   *
   * @param on how it was switched on
   * @param lift how it is lifted
   * @param control of the provider that has it; empty for a hook
   * @param acting since when; empty for a hook, and while the provider has not confirmed it
   */
  private record Active(
      HttpAction on,
      HttpAction lift,
      Optional<ProviderControl> control,
      Optional<ProviderControl.Acting> acting) {}

  /** A log, and when it was read on this machine's clock. */
  private record Read(ProviderLog log, long atMillis) {}

  private final List<Active> active = new ArrayList<>();
  private Optional<Read> read = Optional.empty();
  private boolean ended;

  /**
   * Switches a fault on at an AI provider, in place of whatever is on.
   *
   * @return what became of the faults before, one line each; absent when this very fault is on
   *     already, so that there was nothing to do
   * @throws IOException when it did not work, or a fault before met no request
   */
  public synchronized Optional<List<String>> induce(ProviderControl control, String fault)
      throws IOException {
    Active wanted =
        new Active(control.on(fault), control.off(), Optional.of(control), Optional.empty());
    if (isOn(wanted)) {
      return Optional.empty();
    }
    requireRunning();
    List<String> before = replaced(wanted);
    active.clear();
    // Remembered first: the answer may get lost although the fault is on.
    active.add(wanted);
    ProviderControl.Acting acting = control.switchOn(fault);
    active.clear();
    active.add(new Active(wanted.on(), wanted.lift(), wanted.control(), Optional.of(acting)));
    return Optional.of(before);
  }

  /**
   * Switches a fault on by a hook. What is on is lifted first.
   *
   * @param lift how it is lifted
   * @return what was lifted, one line each; absent when this very fault is on already
   * @throws IOException when it did not work, or the fault before could not be lifted
   */
  public synchronized Optional<List<String>> induce(HttpAction hook, HttpAction lift)
      throws IOException {
    Active wanted = new Active(hook, lift, Optional.empty(), Optional.empty());
    if (isOn(wanted)) {
      return Optional.empty();
    }
    requireRunning();
    List<String> before = replaced(wanted);
    active.add(wanted);
    hook.send();
    return Optional.of(before);
  }

  private boolean isOn(Active wanted) {
    return active.stream()
        .anyMatch(one -> one.on().equals(wanted.on()) && one.lift().equals(wanted.lift()));
  }

  /** Ends what is on, but leaves a fault of the same provider until the new one takes its place. */
  private List<String> replaced(Active wanted) throws IOException {
    try {
      boolean hook = wanted.control().isEmpty();
      List<String> before = lift(one -> hook || !one.lift().equals(wanted.lift()));
      for (Active one : active) {
        before.add("replaced " + one.on() + seen(one));
      }
      return before;
    } catch (IOException e) {
      throw new IOException("the fault before it is no test: " + e.getMessage(), e);
    }
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
    return lift(fault -> true);
  }

  private List<String> lift(Predicate<Active> which) throws IOException {
    List<String> lifted = new ArrayList<>();
    IOException problem = null;
    for (Active fault : List.copyOf(active)) {
      if (which.test(fault)) {
        try {
          switchOff(fault);
          lifted.add(fault.lift() + seen(fault));
        } catch (IOException e) {
          problem = e;
        }
      }
    }
    if (problem != null) {
      throw problem;
    }
    return lifted;
  }

  private void switchOff(Active fault) throws IOException {
    try {
      fault.lift().send();
    } catch (IOException e) {
      throw new IOException(
          "the fault is still on: " + fault.lift() + " failed: " + e.getMessage(), e);
    }
    active.remove(fault);
  }

  private String seen(Active fault) throws IOException {
    if (fault.control().isEmpty() || fault.acting().isEmpty()) {
      return "";
    }
    ProviderControl.Served served = fault.control().get().served(fault.acting().get());
    if (served.met() == 0) {
      throw new IOException(
          "the fault was on, but no request met it (the provider answered "
              + served.log().calls().size()
              + " meanwhile): does "
              + fault.control().get()
              + " control the AI provider that the target asks, and do the requests get past its"
              + " cache?");
    }
    read = Optional.of(new Read(served.log(), System.currentTimeMillis()));
    return ": " + served.met() + " provider calls met it";
  }

  /**
   * Lifts all that are on, whatever else happens; for the end of a run. What could not be lifted
   * stays known, so that whoever comes later tries again. Where nobody listens any more the fault
   * is gone with the one that had it, as an embedded stand-in that has ended.
   *
   * @return what could not be lifted, one line each
   */
  public synchronized List<String> liftQuietly() {
    List<String> failed = new ArrayList<>();
    for (Active fault : List.copyOf(active)) {
      try {
        fault.lift().send();
        active.remove(fault);
      } catch (ConnectException e) {
        active.remove(fault);
      } catch (IOException | RuntimeException e) {
        failed.add(fault.lift() + ": " + e.getMessage());
      }
    }
    return failed;
  }

  /**
   * What the provider did while a fault was on.
   *
   * @param sinceMillis start of the run: what an earlier one read says nothing of it
   */
  public synchronized Optional<ProviderLog> providerLog(long sinceMillis) {
    return read.filter(log -> log.atMillis() >= sinceMillis).map(Read::log);
  }
}
