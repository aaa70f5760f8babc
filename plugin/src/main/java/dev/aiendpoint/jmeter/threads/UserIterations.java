package dev.aiendpoint.jmeter.threads;

import java.util.function.BooleanSupplier;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.control.IteratingController;
import org.apache.jmeter.engine.event.LoopIterationEvent;
import org.apache.jmeter.samplers.Sampler;

/**
 * The loop of one virtual user: asks before each iteration whether there is to be one. Confined to
 * the user's thread.
 *
 * <p>The question comes before the first sampler is chosen, so that a user who is retired, or waits
 * for an arrival, has taken no data for an iteration that does not happen. Every way to the next
 * iteration leads through it: the end of the last one, "start next loop" on error, and logic
 * actions.
 */
public final class UserIterations extends GenericController implements IteratingController {

  private static final long serialVersionUID = 1L;

  private final transient BooleanSupplier gate;
  private transient boolean broken;

  /**
   * @param gate may wait; true to begin an iteration, false to end the user
   */
  public UserIterations(BooleanSupplier gate) {
    this.gate = gate;
  }

  /** For JMeter's cloning alone: begins no iteration. */
  public UserIterations() {
    this(() -> false);
  }

  @Override
  public Sampler next() {
    if (isFirst() && (broken || !gate.getAsBoolean())) {
      setDone(true);
      return null;
    }
    updateIterationIndex(getName(), getIterCount());
    return super.next();
  }

  @Override
  public void startNextLoop() {
    reInitialize();
  }

  /** "Break current loop" in a thread group's own loop ends the user, as in JMeter's groups. */
  @Override
  public void breakLoop() {
    broken = true;
    reInitialize();
  }

  @Override
  public void iterationStart(LoopIterationEvent event) {
    // Sent to controllers inside of another loop; this one is the outermost.
  }
}
