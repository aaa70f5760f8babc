package dev.aiendpoint.jmeter;

import dev.aiendpoint.consistency.Writer;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.control.NextIsNullException;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * A controller that runs its children once for each user with acknowledged writes, as that user. It
 * sets {@code user}, {@code auth_header} and {@code auth_value} as {@link AiTestUser} does, and the
 * user's writes as {@code written_1}, {@code written_2}, … for a ForEach Controller. Its place is a
 * tearDown Thread Group of one thread.
 */
public class AiReadBack extends GenericController implements Serializable {

  private static final long serialVersionUID = 1L;

  public static final String VARIABLE = "AiReadBack.variable";

  public static final String DEFAULT_VARIABLE = "written";

  static {
    Settings.publish();
  }

  private transient Iterator<Writer> writers;
  private transient int set;

  @Override
  public Sampler next() {
    if (isFirst()) {
      if (writers == null) {
        writers = AiAcknowledgedWrite.writes().writers().iterator();
      }
      if (!writers.hasNext()) {
        writers = null;
        reInitialize();
        return null;
      }
      become(writers.next());
    }
    return super.next();
  }

  /** All children are done for this user. */
  @Override
  protected Sampler nextIsNull() throws NextIsNullException {
    reInitialize();
    return next();
  }

  private void become(Writer writer) {
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    variables.put("user", writer.name());
    variables.put("auth_header", writer.authHeader());
    variables.put("auth_value", writer.authValue());
    String name = getPropertyAsString(VARIABLE, DEFAULT_VARIABLE).trim();
    List<String> items = AiAcknowledgedWrite.writes().itemsOf(writer);
    for (int i = 1; i <= Math.max(set, items.size()); i++) {
      if (i <= items.size()) {
        variables.put(name + "_" + i, items.get(i - 1));
      } else {
        variables.remove(name + "_" + i);
      }
    }
    set = items.size();
  }
}
