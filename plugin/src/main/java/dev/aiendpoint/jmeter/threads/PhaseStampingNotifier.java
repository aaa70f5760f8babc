package dev.aiendpoint.jmeter.threads;

import dev.aiendpoint.sample.SampleColumn;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.jmeter.control.TransactionController;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jmeter.threads.ListenerNotifier;

/**
 * Hands results to listeners, giving a transaction's parent sample the phase in which the
 * transaction began: by then the variable holds that of its last request. Thread-safe.
 *
 * <p>A transaction that does not generate a parent sample notifies its listeners past any notifier
 * of ours, and so has the phase of its last request.
 */
final class PhaseStampingNotifier extends ListenerNotifier {

  private static final long serialVersionUID = 1L;
  private static final String NAME = SampleColumn.PHASE.variable();

  private final transient LongFunction<String> phaseAtMillis;

  PhaseStampingNotifier(LongFunction<String> phaseAtMillis) {
    this.phaseAtMillis = phaseAtMillis;
  }

  @Override
  public void notifyListeners(SampleEvent event, List<SampleListener> listeners) {
    SampleResult result = event.getResult();
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    if (variables == null || !TransactionController.isFromTransactionController(result)) {
      super.notifyListeners(event, listeners);
      return;
    }
    String current = variables.get(NAME);
    variables.put(NAME, phaseAtMillis.apply(result.getStartTime()));
    try {
      super.notifyListeners(new SampleEvent(result, event.getThreadGroup(), variables), listeners);
    } finally {
      variables.put(NAME, current == null ? "" : current);
    }
  }
}
