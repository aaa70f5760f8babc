package dev.aiendpoint.jmeter;

import dev.aiendpoint.circuit.ProviderLog;
import dev.aiendpoint.fault.HttpAction;
import dev.aiendpoint.fault.InducedFaults;
import dev.aiendpoint.fault.ProviderControl;
import dev.aiendpoint.phase.LoadScale;
import dev.aiendpoint.target.LoopbackRule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.threads.JMeterContextService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sampler that switches a fault on in what is tested, or lifts all that are on: through the
 * control API of the fault-injecting AI provider, or by an HTTP hook of one's own.
 *
 * <p>It fails when the fault cannot be switched, and, where the provider keeps a log, when the
 * fault is lifted and no request has met it. Whatever ends the run, a fault that is still on is
 * lifted: at the test's end, and from a shutdown hook of the JVM. Its label begins with CONTROL.
 */
public class AiFaultSwitch extends AbstractSampler implements TestStateListener {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(AiFaultSwitch.class);

  public static final String ACTION = "AiFaultSwitch.action";
  public static final String CONTROL_URL = "AiFaultSwitch.controlUrl";
  public static final String FAULT = "AiFaultSwitch.fault";
  public static final String DELAY_MILLIS = "AiFaultSwitch.delayMillis";
  public static final String LEAST_DELAY_MILLIS = "AiFaultSwitch.leastDelayMillis";
  public static final String ON_URL = "AiFaultSwitch.onUrl";
  public static final String ON_METHOD = "AiFaultSwitch.onMethod";
  public static final String ON_BODY = "AiFaultSwitch.onBody";
  public static final String OFF_URL = "AiFaultSwitch.offUrl";
  public static final String OFF_METHOD = "AiFaultSwitch.offMethod";
  public static final String OFF_BODY = "AiFaultSwitch.offBody";

  public static final String DEFAULT_ACTION = "on";
  public static final String DEFAULT_CONTROL_URL = "${__P(provider.control.url,)}";
  public static final String DEFAULT_FAULT = "{\"mode\":\"status\",\"status\":503}";
  public static final String DEFAULT_DELAY_MILLIS = "1000";
  public static final String DEFAULT_LEAST_DELAY_MILLIS = "1000";
  public static final String DEFAULT_ON_METHOD = "POST";
  public static final String DEFAULT_OFF_METHOD = "POST";

  /** Words of {@link #ACTION}. */
  public static final List<String> ACTIONS = List.of("on", "off");

  private static final String CONTROL = "CONTROL ";

  /** A property cannot be empty, so it has a word for that. */
  private static final String NO_DELAY = "none";

  private static final InducedFaults FAULTS = new InducedFaults();
  private static final AtomicBoolean HOOKED = new AtomicBoolean();

  static {
    Settings.publish();
  }

  @Override
  public SampleResult sample(Entry entry) {
    boolean off = text(ACTION, DEFAULT_ACTION).equals("off");
    if (off && !FAULTS.any()) {
      return null;
    }
    SampleResult result = new SampleResult();
    String name = getName();
    result.setSampleLabel(name.startsWith(CONTROL) ? name : CONTROL + name);
    result.setDataType(SampleResult.TEXT);
    result.sampleStart();
    String said;
    boolean done = false;
    try {
      Optional<String> did = off ? Optional.of(lift()) : induce();
      if (did.isEmpty()) {
        return null;
      }
      said = did.get();
      done = true;
    } catch (IOException e) {
      said = e.getMessage() == null ? e.toString() : e.getMessage();
    } catch (IllegalArgumentException e) {
      said = e.getMessage();
    }
    result.sampleEnd();
    result.setSuccessful(done);
    result.setResponseCode(done ? "200" : "");
    result.setResponseMessage(said);
    result.setResponseData(said, "UTF-8");
    return result;
  }

  /** What was done; empty when this very fault is on already. */
  private Optional<String> induce() throws IOException {
    String hook = text(ON_URL, "");
    liftAtTheEndOfTheJvm();
    if (!hook.isEmpty()) {
      HttpAction on =
          HttpAction.parse("hook on", text(ON_METHOD, DEFAULT_ON_METHOD), hook, text(ON_BODY, ""));
      HttpAction off =
          HttpAction.parse(
              "hook off",
              text(OFF_METHOD, DEFAULT_OFF_METHOD),
              text(OFF_URL, ""),
              text(OFF_BODY, ""));
      requireAllowed(on);
      requireAllowed(off);
      try {
        return FAULTS.induce(on, off).map(before -> said("on by " + on, before));
      } catch (IOException e) {
        throw notInduced(on, e);
      }
    }
    String base = text(CONTROL_URL, DEFAULT_CONTROL_URL);
    if (base.isEmpty()) {
      throw new IOException(
          "no fault could be induced: provider.control.url is not set. Pass the control URL of the"
              + " fault-injecting provider that the target asks, or give the switch a hook");
    }
    ProviderControl control = new ProviderControl(base);
    String fault = fault();
    HttpAction on = control.on(fault);
    requireAllowed(on);
    try {
      return FAULTS
          .induce(control, fault)
          .map(before -> said("on by " + on + ": " + fault, before));
    } catch (IOException e) {
      throw notInduced(on, e);
    }
  }

  private static String said(String now, List<String> before) {
    return before.isEmpty() ? now : now + ", before: " + String.join("; ", before);
  }

  private static IOException notInduced(HttpAction on, IOException cause) {
    String why = String.valueOf(cause.getMessage());
    return new IOException(
        "no fault could be induced: "
            + (why.startsWith(on.method()) ? why : on + " failed: " + why)
            + ". Is provider.control.url right, and does the provider run?",
        cause);
  }

  /** The fault with its delay, which shrinks with the run but stays far above a refusal's time. */
  private String fault() {
    String fault = text(FAULT, DEFAULT_FAULT);
    String delay = text(DELAY_MILLIS, "");
    if (delay.isEmpty() || delay.equals(NO_DELAY)) {
      return fault;
    }
    double scale = Double.parseDouble(Settings.get(LoadScale.DURATION_SETTING, "1"));
    long least = millis("least delay", text(LEAST_DELAY_MILLIS, "0"));
    long scaled = Math.max(least, Math.round(millis("delay", delay) * scale));
    if (!fault.endsWith("}") || fault.contains("\"delayMs\"")) {
      throw new IllegalArgumentException(
          "fault was '"
              + fault
              + "' but must be a JSON object without delayMs, or the delay must be empty");
    }
    return fault.substring(0, fault.length() - 1).stripTrailing() + ",\"delayMs\":" + scaled + "}";
  }

  private static long millis(String name, String value) {
    if (!value.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          name + " was '" + value + "' but must be a whole number of milliseconds");
    }
    return Long.parseLong(value);
  }

  private static String lift() throws IOException {
    return "lifted by " + String.join("; ", FAULTS.lift());
  }

  private String text(String key, String otherwise) {
    return getPropertyAsString(key, otherwise).trim();
  }

  private static void requireAllowed(HttpAction action) {
    if (!LoopbackRule.isLoopback(action.host()) && !Settings.isOn("allow.remote")) {
      throw new IllegalArgumentException(LoopbackRule.refusal(action.host()));
    }
  }

  // ---- lifting, whatever happens

  private static void liftAtTheEndOfTheJvm() {
    if (HOOKED.compareAndSet(false, true)) {
      Runtime.getRuntime().addShutdownHook(new Thread(AiFaultSwitch::liftAll, "AI fault switch"));
    }
  }

  /** Lifts what is still on; returns when it is done. */
  static void liftAll() {
    boolean any = FAULTS.any();
    List<String> failed = FAULTS.end();
    if (any) {
      System.out.println(
          failed.isEmpty()
              ? "the induced fault is lifted"
              : "could not lift the induced fault: " + String.join("; ", failed));
    }
  }

  /** What the provider did while a fault of this run was on, if it keeps a log. */
  static Optional<ProviderLog> providerLog() {
    return FAULTS.providerLog(JMeterContextService.getTestStartTime());
  }

  @Override
  public void testStarted() {
    String action = text(ACTION, DEFAULT_ACTION);
    if (!ACTIONS.contains(action)) {
      RunExit.refuse(
          getName()
              + ": action was '"
              + action
              + "' but must be a known one; supported: "
              + String.join(", ", ACTIONS));
    }
    for (String key : List.of(CONTROL_URL, ON_URL, OFF_URL)) {
      String url = text(key, key.equals(CONTROL_URL) ? DEFAULT_CONTROL_URL : "");
      if (!url.isEmpty() && !url.contains("${")) {
        try {
          requireAllowed(HttpAction.parse(key, "GET", url, ""));
        } catch (IllegalArgumentException e) {
          RunExit.refuse(getName() + ": " + e.getMessage());
        }
      }
    }
  }

  @Override
  public void testStarted(String host) {
    testStarted();
  }

  @Override
  public void testEnded() {
    for (String failed : FAULTS.liftQuietly()) {
      LOG.warn("The induced fault could not be lifted: {}", failed);
      System.out.println(
          "could not lift the induced fault, next try at the end of the process: " + failed);
    }
  }

  @Override
  public void testEnded(String host) {
    testEnded();
  }
}
