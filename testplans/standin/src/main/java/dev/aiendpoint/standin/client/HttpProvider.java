package dev.aiendpoint.standin.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiendpoint.standin.ai.AiFailure;
import dev.aiendpoint.standin.ai.AiProvider;
import dev.aiendpoint.standin.ai.AiReply;
import dev.aiendpoint.standin.ai.AiRequest;
import dev.aiendpoint.standin.ai.TextSink;
import dev.aiendpoint.standin.http.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An AI provider that is asked over HTTP, in the Anthropic Messages format. One attempt is one
 * request: nothing is repeated here. Safe for use by many threads.
 */
public final class HttpProvider implements AiProvider {

  private static final String DATA = "data: ";

  private final ConnectionPool connections;
  private final long timeoutNanos;
  private final Supplier<Map<String, Object>> figures;

  /**
   * @param baseUrl of the provider
   * @param timeout for a whole answer
   * @param figures what it shows as its own
   */
  public HttpProvider(URI baseUrl, Duration timeout, Supplier<Map<String, Object>> figures) {
    this.connections =
        new ConnectionPool(
            new InetSocketAddress(baseUrl.getHost(), baseUrl.getPort()), "/v1/messages");
    this.timeoutNanos = timeout.toNanos();
    this.figures = figures;
  }

  @Override
  public Map<String, Object> figures() {
    return figures.get();
  }

  @Override
  public AiReply answer(AiRequest request) throws AiFailure {
    HttpConnection connection = connect();
    try {
      ask(connection, request, false);
      JsonNode message = read(connection.rest());
      JsonNode usage = message.path("usage");
      if (!message.path("content").path(0).path("text").isTextual()) {
        throw unreadable("an answer without text");
      }
      return new AiReply(
          message.path("content").path(0).path("text").textValue(),
          usage.path("input_tokens").asInt(),
          usage.path("output_tokens").asInt());
    } catch (IOException e) {
      throw failure(e);
    } finally {
      connections.giveBack(connection);
    }
  }

  @Override
  public AiReply stream(AiRequest request, TextSink sink) throws AiFailure, IOException {
    HttpConnection connection = connect();
    try {
      try {
        ask(connection, request, true);
      } catch (IOException e) {
        throw failure(e);
      }
      return readStream(connection, sink);
    } finally {
      connections.giveBack(connection);
    }
  }

  private AiReply readStream(HttpConnection connection, TextSink sink)
      throws AiFailure, IOException {
    StringBuilder text = new StringBuilder();
    int input = 0;
    int output = 0;
    boolean stopped = false;
    for (String line = nextLine(connection); line != null; line = nextLine(connection)) {
      if (!line.startsWith(DATA)) {
        continue;
      }
      JsonNode event = read(line.substring(DATA.length()));
      switch (event.path("type").asText("")) {
        case "message_start" -> input = event.at("/message/usage/input_tokens").asInt();
        case "content_block_delta" -> {
          String piece = event.path("delta").path("text").asText("");
          text.append(piece);
          sink.accept(piece);
        }
        case "message_delta" -> output = event.path("usage").path("output_tokens").asInt();
        case "message_stop" -> stopped = true;
        case "error" -> throw unreadable(event.path("error").path("message").asText("error event"));
        default -> {
          // A ping, or the begin or end of a block.
        }
      }
    }
    if (!stopped) {
      throw unreadable("a stream without its end");
    }
    return new AiReply(text.toString(), input, output);
  }

  private HttpConnection connect() throws AiFailure {
    try {
      return connections.take();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void ask(HttpConnection connection, AiRequest request, boolean stream)
      throws IOException, AiFailure {
    int status = connection.post(MessagesRequest.json(request, stream), timeoutNanos);
    if (status != 200) {
      String message =
          Json.readObject(connection.rest())
              .map(error -> error.path("error").path("message").asText(""))
              .orElse("");
      throw AiFailure.status(status, message);
    }
  }

  /** Not what the sink throws: that says nothing about the provider. */
  private static String nextLine(HttpConnection connection) throws AiFailure {
    try {
      return connection.line();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static JsonNode read(String text) throws AiFailure {
    return Json.readObject(text).orElseThrow(() -> unreadable("no JSON object"));
  }

  private static AiFailure failure(IOException e) {
    return e instanceof SocketTimeoutException
        ? AiFailure.of(AiFailure.Kind.TIMEOUT, "no answer in time")
        : AiFailure.of(AiFailure.Kind.RESET, String.valueOf(e.getMessage()));
  }

  private static AiFailure unreadable(String message) {
    return AiFailure.of(AiFailure.Kind.UNREADABLE, message);
  }
}
