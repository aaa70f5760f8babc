package dev.aiendpoint.standin.endpoint;

import dev.aiendpoint.standin.http.Call;
import dev.aiendpoint.standin.http.EventStream;
import java.io.IOException;

/**
 * A chat answer as a Vercel AI SDK UI message stream (its stream protocol, version 1). It begins
 * with the first piece, so that what fails before it can still be answered with a status. Used by
 * one thread.
 */
final class ChatStream {

  private static final String TEXT_ID = "txt-1";

  /** What the last event says about the whole answer. */
  record Metadata(
      String conversationId,
      String messageId,
      Usage usage,
      double cost,
      long responseTime,
      int contextMessages) {}

  private record Start(String type, String messageId) {}

  private record Part(String type, String id, String delta) {}

  private record Finish(String type, Metadata messageMetadata) {}

  private record StreamError(String type, String errorText) {}

  private final Call call;
  private final String messageId;
  private EventStream stream;

  ChatStream(Call call, String messageId) {
    this.call = call;
    this.messageId = messageId;
  }

  boolean begun() {
    return stream != null;
  }

  void piece(String text) throws IOException {
    if (stream == null) {
      call.header("x-vercel-ai-ui-message-stream", "v1");
      stream = call.eventStream();
      stream.send(new Start("start", messageId));
      stream.send(new Part("text-start", TEXT_ID, null));
    }
    stream.send(new Part("text-delta", TEXT_ID, text));
  }

  void finish(Metadata metadata) throws IOException {
    stream.send(new Part("text-end", TEXT_ID, null));
    stream.send(new Finish("finish", metadata));
    end();
  }

  void error(String text) throws IOException {
    stream.send(new StreamError("error", text));
    end();
  }

  private void end() throws IOException {
    stream.sendText("[DONE]");
    stream.end();
  }
}
