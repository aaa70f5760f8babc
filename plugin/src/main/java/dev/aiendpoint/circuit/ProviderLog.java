package dev.aiendpoint.circuit;

import java.util.List;

/**
 * What an AI provider says that it did: every call that reached it while a fault was on. Times are
 * epoch milliseconds on this machine's clock. Immutable.
 */
public record ProviderLog(List<Call> calls) {

  public ProviderLog {
    calls = List.copyOf(calls);
  }

  /**
   * One call.
   *
   * @param startMillis when it arrived
   * @param endMillis when it was answered
   * @param failed true when it got no answer that counts as one
   */
  public record Call(long startMillis, long endMillis, boolean failed) {}
}
