package dev.aiendpoint.jmeter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;

/** One request that a {@link FaultServer} got, and the means to answer it well or badly. */
final class FaultCall {

  /** First byte of a TLS greeting; none of an HTTP request. */
  private static final int TLS_HANDSHAKE = 0x16;

  private final Socket socket;
  private final int connection;
  private final String head;
  private final String body;
  private final long receivedNanos;
  private final List<Long> sentNanos = new ArrayList<>();
  private final CountDownLatch clientGone = new CountDownLatch(1);
  private boolean kept;

  private FaultCall(Socket socket, int connection, String head, String body) {
    this.socket = socket;
    this.connection = connection;
    this.head = head;
    this.body = body;
    this.receivedNanos = System.nanoTime();
  }

  /** Reads a request; null when the client closed the connection instead. */
  static FaultCall read(Socket socket, int connection) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!endsWithBlankLine(head)) {
      int b = in.read();
      if (b < 0) {
        return null;
      }
      head.write(b);
      if (b == TLS_HANDSHAKE) {
        return new FaultCall(socket, connection, "TLS /greeting", "");
      }
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    FaultCall bare = new FaultCall(socket, connection, text, "");
    int length = bare.header("Content-Length").map(Integer::parseInt).orElse(0);
    return new FaultCall(
        socket, connection, text, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static boolean endsWithBlankLine(ByteArrayOutputStream head) {
    return head.size() >= 4 && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n");
  }

  String path() {
    return head.split(" ")[1];
  }

  String head() {
    return head;
  }

  String body() {
    return body;
  }

  /** Number of the connection that it came on, from 1. */
  int connection() {
    return connection;
  }

  Optional<String> header(String name) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).trim())
        .findFirst();
  }

  /** Name of the client by its TLS certificate. */
  String peer() throws IOException {
    return ((SSLSocket) socket).getSession().getPeerPrincipal().getName();
  }

  long receivedNanos() {
    return receivedNanos;
  }

  /** When each {@link #event} was written, taken before it. */
  List<Long> sentNanos() {
    return sentNanos;
  }

  /** The answer is complete: the connection waits for the next request. */
  void keepAlive() {
    kept = true;
  }

  boolean isKept() {
    return kept;
  }

  void bytes(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  void text(String text) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A complete answer with a length, and a connection that is kept. */
  void whole(String status, String contentType, String body, String... headers) throws IOException {
    whole(status, contentType, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  void whole(String status, String contentType, byte[] body, String... headers) throws IOException {
    byte[] begin =
        head(status, contentType, "Content-Length: " + body.length, headers)
            .getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(begin);
    all.writeBytes(body);
    bytes(all.toByteArray());
    keepAlive();
  }

  /** The head of a chunked event stream. */
  void streamHead(String... headers) throws IOException {
    text(head("200 OK", "text/event-stream", "Transfer-Encoding: chunked", headers));
  }

  static String head(String status, String contentType, String length, String... headers) {
    StringBuilder out = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    out.append("Content-Type: ").append(contentType).append("\r\n");
    out.append(length).append("\r\n");
    for (String header : headers) {
      out.append(header).append("\r\n");
    }
    return out.append("\r\n").toString();
  }

  void chunk(byte[] bytes) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
    all.writeBytes(bytes);
    all.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    bytes(all.toByteArray());
  }

  /** One chunk with its time. */
  void event(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sentNanos.add(System.nanoTime());
    chunk(bytes);
  }

  void endChunks() throws IOException {
    text("0\r\n\r\n");
    keepAlive();
  }

  void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Ends the connection with an RST. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Closes this direction only. */
  void halfClose() throws IOException {
    socket.shutdownOutput();
  }

  /** Says nothing until the client ends the connection. */
  void hang() {
    try {
      while (socket.getInputStream().read() >= 0) {
        // Whatever the client still says is of no interest.
      }
    } catch (IOException e) {
      // A reset is an end, too.
    }
    clientGone.countDown();
  }

  /** True when the client ended the connection of a call that hangs, within the time. */
  boolean sawClientGo(long millis) throws InterruptedException {
    return clientGone.await(millis, TimeUnit.MILLISECONDS);
  }
}
