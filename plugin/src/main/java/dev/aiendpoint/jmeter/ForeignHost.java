package dev.aiendpoint.jmeter;

import dev.aiendpoint.target.LoopbackRule;
import java.net.InetAddress;
import java.net.URL;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.http.conn.DnsResolver;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerBase;

/**
 * Finds the host outside this machine that a request would load, unless the user allowed that with
 * {@code allow.remote}: the target, as the plan's DNS Cache Manager resolves it, or the proxy.
 */
final class ForeignHost {

  private ForeignHost() {}

  static Optional<String> of(URL url, HTTPSamplerBase sampler) {
    String host = url.getHost();
    String proxy = sampler.getProxyHost();
    boolean proxyIsLoopback = proxy.isBlank() || LoopbackRule.isLoopback(proxy.trim());
    if (proxyIsLoopback && isLoopback(host, sampler.getDNSResolver())
        || Settings.isOn("allow.remote")) {
      return Optional.empty();
    }
    return Optional.of(proxyIsLoopback ? host : proxy.trim());
  }

  private static boolean isLoopback(String host, DnsResolver planned) {
    if (planned == null) {
      return LoopbackRule.isLoopback(host);
    }
    try {
      return Arrays.stream(planned.resolve(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
