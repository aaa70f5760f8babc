package dev.aiendpoint.report;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * Whether standard output shows colours: a terminal, unless the environment says otherwise ({@code
 * NO_COLOR}, see no-color.org; {@code TERM=dumb}).
 */
public final class ColourSupport {

  private ColourSupport() {}

  public static boolean ofStandardOutput() {
    return of(isTerminal(System.console()), System.getenv());
  }

  static boolean of(boolean terminal, Map<String, String> environment) {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** From JDK 22 on there may be a console where there is no terminal; it can be asked. */
  static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
