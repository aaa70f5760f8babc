package dev.aiendpoint.jmeter;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * A server on raw sockets that says exactly what a test tells it to, well-formed or not. One thread
 * a connection; a script answers each request and decides with it whether the connection stays.
 */
final class FaultServer implements Closeable {

  /** Answers one request. A connection is kept only when {@link FaultCall#keepAlive} was called. */
  interface Script {
    void answer(FaultCall call) throws Exception;
  }

  private final ServerSocket listening;
  private final Script script;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<FaultCall> calls = new CopyOnWriteArrayList<>();
  private volatile int connections;

  private FaultServer(ServerSocketFactory sockets, Script script) throws IOException {
    this.listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.script = script;
    start(this::acceptAll);
  }

  static FaultServer start(Script script) throws IOException {
    return start(ServerSocketFactory.getDefault(), script);
  }

  static FaultServer start(ServerSocketFactory sockets, Script script) throws IOException {
    return new FaultServer(sockets, script);
  }

  /** Answers every request with the same well-formed JSON and keeps the connection. */
  static FaultServer json(String body) throws IOException {
    return start(call -> call.whole("200 OK", "application/json", body));
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "fault server");
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        connections++;
        int number = connections;
        start(() -> serve(socket, number));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      boolean kept = true;
      while (kept) {
        FaultCall call = FaultCall.read(socket, number);
        if (call == null) {
          return;
        }
        calls.add(call);
        script.answer(call);
        kept = call.isKept();
      }
    } catch (Exception e) {
      // The client ended the call, or the script did: tests look at what the client made of it.
    } finally {
      open.remove(socket);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Requests so far, in order of arrival. */
  List<FaultCall> calls() {
    return calls;
  }

  FaultCall lastCall() {
    return calls.get(calls.size() - 1);
  }

  /** Connections accepted so far. */
  int connections() {
    return connections;
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
