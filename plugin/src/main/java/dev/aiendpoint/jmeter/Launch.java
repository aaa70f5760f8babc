package dev.aiendpoint.jmeter;

import dev.aiendpoint.baseline.RunCommand;
import dev.aiendpoint.baseline.RunOrigin;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jmeter.util.JMeterUtils;

/** How this JMeter was started, told so that anybody can do it again. */
final class Launch {

  private static final String EMBEDDED = "(embedded stand-in)";

  private Launch() {}

  static RunOrigin origin(String target) {
    Map<String, String> settings = RunCommand.settings(Settings.all(), target.endsWith(EMBEDDED));
    String plan = ProjectFiles.planName();
    // Only the Maven build passes a plan's name.
    return new RunOrigin(
        Settings.find("plan").isPresent()
            ? RunCommand.maven(plan, settings)
            : RunCommand.jmeter(plan, settings),
        settings,
        versions());
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    String own = Launch.class.getPackage().getImplementationVersion();
    versions.put("Plugin", own == null ? "unknown" : own);
    versions.put("JMeter", JMeterUtils.getJMeterVersion());
    versions.put(
        "Java",
        System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
    versions.put(
        "Machine",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors");
    return versions;
  }
}
