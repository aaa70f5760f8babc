package dev.aiendpoint.circuit;

import java.util.List;
import java.util.OptionalLong;

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
   * @param lateMillis by how much it was answered later than the provider meant to; absent when the
   *     provider does not say
   */
  public record Call(long startMillis, long endMillis, boolean failed, OptionalLong lateMillis) {

    /** A call of a provider that does not say how late it was. */
    public Call(long startMillis, long endMillis, boolean failed) {
      this(startMillis, endMillis, failed, OptionalLong.empty());
    }
  }
}
