package dev.aiendpoint.standin.ai;

/** What an answer costs in KRW: 3.90 per 1,000 input tokens, 19.50 per 1,000 output tokens. */
public final class Prices {

  private static final double INPUT_PER_TOKEN = 3.90 / 1_000;
  private static final double OUTPUT_PER_TOKEN = 19.50 / 1_000;

  private Prices() {}

  /** The cost of an answer in KRW, rounded to 0.01. */
  public static double cost(AiReply reply) {
    double cost = reply.inputTokens() * INPUT_PER_TOKEN + reply.outputTokens() * OUTPUT_PER_TOKEN;
    return Math.round(cost * 100) / 100.0;
  }
}
