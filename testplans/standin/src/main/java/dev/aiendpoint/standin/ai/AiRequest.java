package dev.aiendpoint.standin.ai;

import java.util.List;

/**
 * One question to the AI provider.
 *
 * @param user whose question it is; the provider keeps a context warm for each user
 * @param context earlier messages of the conversation, oldest first
 * @param prompt the question itself
 */
public record AiRequest(Kind kind, String user, List<Message> context, String prompt) {

  /** What is asked for. */
  public enum Kind {
    EXPLANATION,
    CHAT
  }

  /**
   * One message of a conversation.
   *
   * @param role {@code user} or {@code assistant}
   */
  public record Message(String role, String text) {}

  public AiRequest {
    context = List.copyOf(context);
  }
}
