package dev.aiendpoint.standin.client;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection to an HTTP/1.1 server: a request is sent, then its answer read to the end,
 * then it can be used again. Answers have a {@code Content-Length} or are chunked (RFC 9112). The
 * JDK's own clients either repeat a POST by themselves or take a thread's hop for every piece of a
 * stream. Used by one thread at a time.
 */
final class HttpConnection implements Closeable {

  private static final int BUFFER_BYTES = 8 * 1024;

  private final Socket socket = new Socket();
  private final String head;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
  private int at;
  private int limit;
  private long deadlineNanos;
  private long left;
  private boolean chunked;
  private boolean ended;
  private boolean kept = true;
  private long lastUsedNanos;

  HttpConnection(InetSocketAddress server, String path, int timeoutMillis) throws IOException {
    this.head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: "
            + server.getHostString()
            + ":"
            + server.getPort()
            + "\r\nContent-Type: application/json\r\nAnthropic-Version: 2023-06-01\r\n"
            + "Content-Length: ";
    socket.setTcpNoDelay(true);
    socket.connect(server, timeoutMillis);
    this.in = socket.getInputStream();
  }

  /**
   * Sends a request and reads the answer's head.
   *
   * @param timeoutNanos for the whole answer
   * @return the HTTP status
   * @throws SocketTimeoutException when it is not there in time
   */
  int post(String body, long timeoutNanos) throws IOException {
    deadlineNanos = System.nanoTime() + timeoutNanos;
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] begin = (head + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[begin.length + bytes.length];
    System.arraycopy(begin, 0, all, 0, begin.length);
    System.arraycopy(bytes, 0, all, begin.length, bytes.length);
    socket.getOutputStream().write(all);
    chunked = false;
    ended = false;
    left = 0;
    String status = headLine();
    for (String header = headLine(); !header.isEmpty(); header = headLine()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        left = Long.parseLong(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.endsWith("chunked");
      } else if (lower.startsWith("connection:") && lower.endsWith("close")) {
        kept = false;
      }
    }
    ended = !chunked && left == 0;
    if (!status.startsWith("HTTP/1.1 ") || status.length() < 12) {
      throw new IOException("no HTTP answer");
    }
    return Integer.parseInt(status.substring(9, 12));
  }

  /** The next line of the body; null after the last one. */
  String line() throws IOException {
    line.reset();
    for (int b = bodyByte(); b != '\n'; b = bodyByte()) {
      if (b < 0) {
        return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** The rest of the body. */
  String rest() throws IOException {
    line.reset();
    for (int b = bodyByte(); b >= 0; b = bodyByte()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Whether the answer is read to its end and the server keeps the connection. */
  boolean reusable() {
    return ended && kept;
  }

  void used() {
    lastUsedNanos = System.nanoTime();
  }

  boolean idleFor(long nanos) {
    return System.nanoTime() - lastUsedNanos > nanos;
  }

  private int bodyByte() throws IOException {
    if (ended) {
      return -1;
    }
    if (left == 0 && chunked) {
      left = Long.parseLong(headLine(), 16);
      if (left == 0) {
        while (!headLine().isEmpty()) {
          // Trailers say nothing here.
        }
        ended = true;
        return -1;
      }
    }
    int b = rawByte();
    left--;
    if (left == 0) {
      if (chunked) {
        headLine();
      } else {
        ended = true;
      }
    }
    return b & 0xFF;
  }

  /** A line outside the body, without its end. */
  private String headLine() throws IOException {
    StringBuilder text = new StringBuilder(64);
    for (int b = rawByte(); b != '\n'; b = rawByte()) {
      if (b != '\r') {
        text.append((char) b);
      }
    }
    return text.toString();
  }

  private int rawByte() throws IOException {
    if (at == limit) {
      long millis = (deadlineNanos - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        throw new SocketTimeoutException("no answer in time");
      }
      socket.setSoTimeout((int) millis);
      limit = in.read(buffer);
      at = 0;
      if (limit < 0) {
        limit = 0;
        throw new EOFException("the connection ended in the middle of an answer");
      }
    }
    return buffer[at++];
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
