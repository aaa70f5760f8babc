package dev.aiendpoint.jmeter;

import dev.aiendpoint.feed.SessionFeed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.testelement.ThreadListener;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A configuration element that gives every thread one identity and keeps it for the thread's life.
 *
 * <p>It takes the next row of the session file and sets a variable for each of its columns ({@code
 * session}, {@code user}, …), and the pair {@code auth_header} / {@code auth_value} for one row of
 * an HTTP Header Manager: {@code Cookie: <name>=<session>}, or {@code Authorization: Bearer
 * <token>} when a token is given.
 */
public class AiTestUser extends ConfigTestElement implements TestStateListener, ThreadListener {

  public static final String SESSIONS = "AiTestUser.sessions";
  public static final String COOKIE_NAME = "AiTestUser.cookieName";
  public static final String BEARER = "AiTestUser.bearer";

  public static final String DEFAULT_SESSIONS = "${__P(sessions,data/sessions.csv)}";
  public static final String DEFAULT_COOKIE_NAME = "next-auth.session-token";
  public static final String DEFAULT_BEARER = "${__P(auth.bearer,)}";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(AiTestUser.class);
  private static final String LEASE = "AiTestUser.lease";

  static {
    Settings.publish();
  }

  @Override
  public void testStarted() {
    if (!bearer().isEmpty()) {
      return;
    }
    String sessions = getPropertyAsString(SESSIONS).trim();
    Optional<Path> file = ProjectFiles.find(sessions);
    if (file.isEmpty()) {
      RunExit.refuse(ProjectFiles.notFound("sessions", sessions));
    }
    try {
      SessionFeed.open(sessions, file.get());
    } catch (IOException | IllegalArgumentException e) {
      RunExit.refuse(e.getMessage());
    }
  }

  @Override
  public void threadStarted() {
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    String bearer = bearer();
    if (!bearer.isEmpty()) {
      variables.put("auth_header", "Authorization");
      variables.put("auth_value", "Bearer " + bearer);
      return;
    }
    String sessions = getPropertyAsString(SESSIONS).trim();
    SessionFeed feed = SessionFeed.of(sessions);
    SessionFeed.Lease lease = feed.take();
    if (lease.shared()) {
      LOG.warn(
          "{}: more users than the {} sessions of {}: some share an identity, and its rate limit",
          getName(),
          feed.size(),
          sessions);
    }
    variables.putObject(LEASE, (Runnable) () -> feed.release(lease));
    Map<String, String> row = lease.row();
    row.forEach(variables::put);
    variables.put("auth_header", "Cookie");
    variables.put(
        "auth_value", getPropertyAsString(COOKIE_NAME).trim() + "=" + row.get(SessionFeed.SESSION));
  }

  private String bearer() {
    return getPropertyAsString(BEARER).trim();
  }

  @Override
  public void testStarted(String host) {
    testStarted();
  }

  @Override
  public void testEnded() {
    SessionFeed.closeAll();
  }

  @Override
  public void testEnded(String host) {
    testEnded();
  }

  @Override
  public void threadFinished() {
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    if (variables != null && variables.getObject(LEASE) instanceof Runnable release) {
      variables.remove(LEASE);
      release.run();
    }
  }
}
