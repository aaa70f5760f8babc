package dev.aiendpoint.standin.provider.wire;

/**
 * What a request asks of the model, in whatever wire format it came.
 *
 * @param user whose request it is; {@code anonymous} when it does not say
 * @param instructions the system prompt; empty without one
 * @param question the last message's text
 * @param earlierMessages messages before the last one
 * @param inputTokens an estimate: one a letter, and the size of each document
 * @param stream whether the answer is wanted as events
 * @param usageInStream whether such a stream shall report its usage
 */
public record Ask(
    String model,
    String user,
    String instructions,
    String question,
    int earlierMessages,
    int inputTokens,
    boolean stream,
    boolean usageInStream) {}
