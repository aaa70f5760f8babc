package dev.aiendpoint.target;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Load goes to this machine only, unless the user allows more: a load test aimed at the wrong host
 * is an attack. Thread-safe; each host is resolved once.
 */
public final class LoopbackRule {

  private static final ConcurrentHashMap<String, Boolean> LOOPBACK = new ConcurrentHashMap<>();

  private LoopbackRule() {}

  /** True when every address of the host is a loopback address; false when it has none. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.computeIfAbsent(host, LoopbackRule::resolve);
  }

  private static boolean resolve(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Why a host is refused, and what to do about it. */
  public static String refusal(String host) {
    return "host '"
        + host
        + "' is not loopback and allow.remote is not set: no request was sent. If this system is"
        + " yours to load, run again with -Dallow.remote=true (Maven) or -Jallow.remote=true"
        + " (JMeter)";
  }
}
