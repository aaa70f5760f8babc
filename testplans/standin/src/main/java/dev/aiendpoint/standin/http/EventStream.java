package dev.aiendpoint.standin.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.util.Callback;

/** An answer of server-sent events, each sent at once. Used by one thread. */
public final class EventStream {

  private final OutputStream out;
  private final Callback callback;

  EventStream(OutputStream out, Callback callback) {
    this.out = out;
    this.callback = callback;
  }

  /** Sends one event whose data is JSON. */
  public void send(Object value) throws IOException {
    sendText(Json.write(value));
  }

  /** Sends one event whose data is one line of text. */
  public void sendText(String data) throws IOException {
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Ends the answer. */
  public void end() throws IOException {
    out.close();
    callback.succeeded();
  }

  /** Breaks the answer off: the client sees a connection that ends too early. */
  public void fail(Throwable cause) {
    callback.failed(cause);
  }
}
