package dev.aiendpoint.plans;

import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * Stands in for Jenkins' declarative pipeline under a {@code Jenkinsfile}: runs its stages and
 * steps, and records what they ask for. It knows the words that our file uses and no others, so
 * that a misspelt step is an error here as there.
 */
public abstract class PipelineScript extends Script {

  /** A build as one evaluation sees it: what it is given, and what it asked for. */
  static final class Build {

    final Map<String, Object> given = new TreeMap<>();
    boolean nightly;
    Shell shell = command -> 0;

    final Map<String, Object> defaults = new TreeMap<>();
    final List<String> cron = new ArrayList<>();
    final List<String> commands = new ArrayList<>();
    final List<String> ran = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    final Map<String, String> stages = new TreeMap<>();
    final List<Map<String, Object>> reports = new ArrayList<>();
    final List<Map<String, Object>> results = new ArrayList<>();
    final List<Map<String, Object>> pages = new ArrayList<>();
    final List<Map<String, Object>> archived = new ArrayList<>();
    final List<String> errors = new ArrayList<>();
    String result = "SUCCESS";

    private String stage = "";

    private void worsen(String to) {
      List<String> order = List.of("SUCCESS", "UNSTABLE", "FAILURE");
      result = order.get(Math.max(order.indexOf(result), order.indexOf(to)));
    }
  }

  /** What a shell command of the pipeline does; returns its exit code. */
  interface Shell {
    int run(String command) throws Exception;
  }

  /** Ends a stage, as the step {@code error} does. */
  static final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StepFailed(String message) {
      super(message);
    }
  }

  private Build build() {
    return (Build) getBinding().getVariable("build");
  }

  @Override
  public Object getProperty(String name) {
    return switch (name) {
      case "any" -> name;
      case "params" -> {
        Map<String, Object> all = new TreeMap<>(build().defaults);
        all.putAll(build().given);
        yield all;
      }
      default -> super.getProperty(name);
    };
  }

  public void pipeline(Closure<?> body) {
    body.call();
  }

  public void agent(Object where) {}

  public void options(Closure<?> body) {
    body.call();
  }

  public void buildDiscarder(Object rotator) {}

  public Object logRotator(Map<String, ?> limits) {
    return limits;
  }

  public void disableConcurrentBuilds() {}

  public void timeout(Map<String, ?> limit) {}

  public void triggers(Closure<?> body) {
    body.call();
  }

  public void cron(String schedule) {
    build().cron.add(schedule);
  }

  public void parameters(Closure<?> body) {
    body.call();
  }

  public void choice(Map<String, Object> parameter) {
    parameter(parameter, ((List<?>) parameter.get("choices")).get(0));
  }

  public void string(Map<String, Object> parameter) {
    parameter(parameter, parameter.get("defaultValue"));
  }

  public void booleanParam(Map<String, Object> parameter) {
    parameter(parameter, parameter.get("defaultValue"));
  }

  private void parameter(Map<String, Object> parameter, Object value) {
    build().defaults.put((String) parameter.get("name"), value);
  }

  public void stages(Closure<?> body) {
    body.call();
  }

  /** After a stage that failed by an error the rest is skipped; a caught error skips nothing. */
  public void stage(String name, Closure<?> body) {
    Build build = build();
    if (!build.errors.isEmpty()) {
      build.skipped.add(name);
      return;
    }
    build.stage = name;
    build.stages.put(name, "SUCCESS");
    condition = true;
    try {
      body.call();
    } catch (StepFailed e) {
      build.errors.add(e.getMessage());
      build.stages.put(name, "FAILURE");
      build.worsen("FAILURE");
    }
  }

  private boolean condition = true;

  /** One condition, as in our file; several would all have to hold. */
  public void when(Closure<?> body) {
    condition = Boolean.TRUE.equals(body.call());
  }

  private boolean any;

  public boolean anyOf(Closure<?> body) {
    any = false;
    body.call();
    return any;
  }

  public boolean triggeredBy(String cause) {
    if (!cause.equals("TimerTrigger")) {
      throw new IllegalArgumentException("unknown cause " + cause);
    }
    any |= build().nightly;
    return any;
  }

  public boolean expression(Closure<?> body) {
    any |= Boolean.TRUE.equals(body.call());
    return any;
  }

  public void steps(Closure<?> body) {
    (condition ? build().ran : build().skipped).add(build().stage);
    if (condition) {
      body.call();
    }
  }

  public void script(Closure<?> body) {
    body.call();
  }

  public Object sh(String command) throws Exception {
    build().commands.add(command);
    int code = build().shell.run(command);
    if (code != 0) {
      throw new StepFailed("script returned exit code " + code);
    }
    return null;
  }

  public Object sh(Map<String, Object> step) throws Exception {
    if (!Boolean.TRUE.equals(step.get("returnStatus"))) {
      return sh((String) step.get("script"));
    }
    build().commands.add((String) step.get("script"));
    return build().shell.run((String) step.get("script"));
  }

  public void error(String message) {
    throw new StepFailed(message);
  }

  public void catchError(Map<String, Object> becomes, Closure<?> body) {
    try {
      body.call();
    } catch (StepFailed e) {
      build().stages.put(build().stage, (String) becomes.get("stageResult"));
      build().worsen((String) becomes.get("buildResult"));
    }
  }

  public void post(Closure<?> body) {
    body.call();
  }

  public void always(Closure<?> body) {
    body.call();
  }

  public void perfReport(Map<String, Object> step) {
    build().reports.add(step);
  }

  public void junit(Map<String, Object> step) {
    build().results.add(step);
  }

  @SuppressWarnings("unchecked")
  public void publishHTML(Map<String, Object> step) {
    build().pages.add((Map<String, Object>) step.get("target"));
  }

  public void archiveArtifacts(Map<String, Object> step) {
    build().archived.add(step);
  }

  /** Lets a step of another kind fail, so that {@code post} can be watched. */
  static Shell failing(String part, Callable<Integer> code) {
    return command -> command.contains(part) ? code.call() : 0;
  }
}
