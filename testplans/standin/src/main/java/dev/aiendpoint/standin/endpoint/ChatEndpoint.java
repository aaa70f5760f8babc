package dev.aiendpoint.standin.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiendpoint.standin.ai.AiGateway;
import dev.aiendpoint.standin.ai.AiRequest;
import dev.aiendpoint.standin.ai.AiRequest.Message;
import dev.aiendpoint.standin.ai.AiResult;
import dev.aiendpoint.standin.data.Conversations;
import dev.aiendpoint.standin.http.Call;
import dev.aiendpoint.standin.limit.ChatLimit;
import dev.aiendpoint.standin.limit.SlidingLimit;
import dev.aiendpoint.standin.options.Visibility;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code POST /api/chat}: one turn of a conversation, with its last 10 messages as context. As
 * JSON, or as a Vercel AI SDK UI message stream where the client accepts {@code text/event-stream}.
 * 429 past a user's messages a minute.
 */
public final class ChatEndpoint {

  private static final int CONTEXT_MESSAGES = 10;
  private static final int LONGEST_MESSAGE = 4_000;
  private static final String FALLBACK = "죄송합니다. AI 상담 서비스를 일시적으로 사용 불가합니다. 잠시 후 다시 시도해 주세요.";

  private record Context(int messageCount) {}

  private record Answer(
      boolean success,
      String conversationId,
      String message,
      String messageId,
      Usage usage,
      double cost,
      long responseTime,
      Context contextUsed) {}

  private final Conversations conversations;
  private final AiGateway ai;
  private final ChatLimit limit;
  private final Unavailability unavailability;

  public ChatEndpoint(
      Conversations conversations, AiGateway ai, ChatLimit limit, Visibility visibility) {
    this.conversations = conversations;
    this.ai = ai;
    this.limit = limit;
    this.unavailability = new Unavailability(visibility);
  }

  public void chat(Call call) throws Exception {
    Optional<JsonNode> body = call.body();
    String message = body.map(b -> b.path("message").asText("")).orElse("").strip();
    if (message.isEmpty() || message.length() > LONGEST_MESSAGE) {
      call.error(400, "message must be a text of 1 to " + LONGEST_MESSAGE + " characters");
      return;
    }
    SlidingLimit own = limit.of(call.user().id());
    if (!own.tryAcquire()) {
      Unavailability.rateLimited(
          call, own.untilFree(), "Too many chat messages. Please wait a moment.");
      return;
    }
    Optional<String> conversation =
        conversation(call, body.orElseThrow().path("conversationId").asText(""));
    if (conversation.isPresent()) {
      turn(call, conversation.get(), message);
    }
  }

  /** The conversation to go on with; empty when the call has been answered with why not. */
  private Optional<String> conversation(Call call, String requested) throws SQLException {
    String user = call.user().id();
    if (requested.isEmpty()) {
      String id = "conv_" + UUID.randomUUID();
      conversations.begin(id, user);
      return Optional.of(id);
    }
    Optional<String> owner = conversations.owner(requested);
    if (owner.isEmpty()) {
      call.error(404, "Conversation not found");
    } else if (!owner.get().equals(user)) {
      call.error(403, "Forbidden");
    } else {
      return Optional.of(requested);
    }
    return Optional.empty();
  }

  private void turn(Call call, String conversation, String message)
      throws SQLException, IOException, InterruptedException {
    long start = System.nanoTime();
    List<Message> context = conversations.last(conversation, CONTEXT_MESSAGES);
    AiRequest request = new AiRequest(AiRequest.Kind.CHAT, call.user().id(), context, message);
    String messageId = "msg_" + UUID.randomUUID();
    ChatStream stream = call.wantsEventStream() ? new ChatStream(call, messageId) : null;
    AiResult result =
        stream == null
            ? ai.answer(request)
            : ai.stream(
                request,
                piece -> {
                  if (!stream.begun()) {
                    unavailability.announce(call, ai.circuitState());
                  }
                  stream.piece(piece);
                });
    String text;
    Usage usage;
    double cost;
    if (result instanceof AiResult.Answered answered) {
      text = answered.reply().text();
      usage = new Usage(answered.reply().inputTokens(), answered.reply().outputTokens());
      cost = answered.cost();
      conversations.add(conversation, new Message("user", message));
      conversations.add(conversation, new Message("assistant", text));
      if (stream == null) {
        unavailability.announce(call, ai.circuitState());
      }
    } else if (stream != null && stream.begun()) {
      stream.error("The AI provider failed in the middle of the answer.");
      return;
    } else if (unavailability.answer(call, result, ai.circuitState())) {
      return;
    } else {
      text = FALLBACK;
      usage = new Usage(0, 0);
      cost = 0;
      if (stream != null) {
        stream.piece(text);
      }
    }
    Answer answer =
        new Answer(
            true,
            conversation,
            text,
            messageId,
            usage,
            cost,
            (System.nanoTime() - start) / 1_000_000,
            new Context(context.size()));
    if (stream == null) {
      call.json(200, answer);
    } else {
      stream.finish(
          new ChatStream.Metadata(
              conversation, messageId, usage, cost, answer.responseTime(), context.size()));
    }
  }
}
