package dev.aiendpoint.sample;

/**
 * Tells the samples of transaction controllers, which repeat what their parts have said: by the
 * message that JMeter gives them and its own dashboard looks for.
 */
public final class TransactionRule {

  private static final String MESSAGE = "Number of samples in transaction";

  private TransactionRule() {}

  public static boolean isTransaction(String responseMessage) {
    return responseMessage.startsWith(MESSAGE);
  }
}
