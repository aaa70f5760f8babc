package dev.aiendpoint.jmeter;

import dev.aiendpoint.target.LoopbackRule;
import dev.aiendpoint.target.StandInProcess;
import dev.aiendpoint.target.TargetUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.testelement.TestStateListener;

/**
 * A configuration element that says what the plan is aimed at. When a run starts it reads the base
 * URL, or starts the embedded stand-in when there is none, refuses a host that is not loopback
 * unless that is allowed, and publishes the parts as the JMeter properties {@code target.scheme},
 * {@code target.host}, {@code target.port}, {@code target.path}, {@code target.url} and {@code
 * target.description} for the plan's HTTP Request Defaults. With the embedded stand-in it also
 * publishes {@code provider.control.url}, unless the user gave one.
 */
public class AiEndpoint extends ConfigTestElement implements TestStateListener, NoThreadClone {

  public static final String BASE_URL = "AiEndpoint.baseUrl";
  public static final String ALLOW_REMOTE = "AiEndpoint.allowRemote";
  public static final String STAND_IN_JAR = "AiEndpoint.standInJar";

  public static final String DEFAULT_BASE_URL = "${__P(base.url,)}";
  public static final String DEFAULT_ALLOW_REMOTE = "${__P(allow.remote,false)}";
  public static final String DEFAULT_STAND_IN_JAR = "${__P(standin.jar,)}";

  private static final String CONTROL_URL = "provider.control.url";

  static {
    Settings.publish();
  }

  private transient StandInProcess standIn;
  private transient boolean controlPublished;

  @Override
  public void testStarted() {
    TargetUrl target;
    String description;
    String baseUrl = getPropertyAsString(BASE_URL).trim();
    if (baseUrl.isEmpty()) {
      standIn = startStandIn();
      target = standIn.url();
      description = target + " (embedded stand-in)";
      if (Settings.find(CONTROL_URL).isEmpty()) {
        Settings.set(CONTROL_URL, standIn.controlUrl().toString());
        controlPublished = true;
      }
    } else {
      target = parsed(baseUrl);
      description = target.toString();
      if (!isRemoteAllowed() && !LoopbackRule.isLoopback(target.host())) {
        RunExit.refuse(LoopbackRule.refusal(target.host()));
      }
    }
    Settings.set("target.scheme", target.scheme());
    Settings.set("target.host", target.host());
    Settings.set("target.port", Integer.toString(target.port()));
    Settings.set("target.path", target.path());
    Settings.set("target.url", target.toString());
    Settings.set("target.description", description);
    // The sampler's own guard asks the setting.
    Settings.set("allow.remote", Boolean.toString(isRemoteAllowed()));
  }

  private boolean isRemoteAllowed() {
    String value = getPropertyAsString(ALLOW_REMOTE, "false").trim();
    if (!value.isEmpty() && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      RunExit.refuse("allow.remote was '" + value + "' but must be true or false");
    }
    return value.equalsIgnoreCase("true");
  }

  private static TargetUrl parsed(String baseUrl) {
    try {
      return TargetUrl.parse("base.url", baseUrl);
    } catch (IllegalArgumentException e) {
      RunExit.refuse(e.getMessage());
      throw e;
    }
  }

  private StandInProcess startStandIn() {
    String jar = getPropertyAsString(STAND_IN_JAR).trim();
    if (jar.isEmpty()) {
      RunExit.refuse(
          "base.url is not set, and there is no stand-in to start: pass -Jbase.url=http://… for a"
              + " system of yours, or -Jstandin.jar=… with the stand-in's jar");
    }
    Optional<Path> file = ProjectFiles.find(jar);
    if (file.isEmpty()) {
      RunExit.refuse(
          ProjectFiles.notFound("standin.jar", jar)
              + "; build it with mvn package, or pass base.url");
    }
    Map<String, String> settings = new TreeMap<>(Settings.startingWith("standin."));
    settings.remove("standin.jar");
    for (String scale : new String[] {"duration.scale", "users.scale"}) {
      Settings.find(scale).ifPresent(value -> settings.put(scale, value));
    }
    ProjectFiles.find("data/sessions.csv")
        .ifPresent(sessions -> settings.putIfAbsent("standin.sessions", sessions.toString()));
    Path log = RunFolder.current().resolve("stand-in.log");
    try {
      return StandInProcess.start(file.get(), settings, log);
    } catch (IOException e) {
      RunExit.refuse(e.getMessage());
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void testStarted(String host) {
    testStarted();
  }

  @Override
  public void testEnded() {
    if (controlPublished) {
      // The next run's stand-in has another one.
      Settings.set(CONTROL_URL, "");
      controlPublished = false;
    }
    if (standIn != null) {
      standIn.close();
      standIn = null;
    }
  }

  @Override
  public void testEnded(String host) {
    testEnded();
  }
}
