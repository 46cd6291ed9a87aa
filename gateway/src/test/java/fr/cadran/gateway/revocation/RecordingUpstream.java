package fr.cadran.gateway.revocation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service that keeps what arrives whole and notes what is cut on the way. */
public final class RecordingUpstream implements QuarkusTestResourceLifecycleManager {
  private final List<String> kept = new CopyOnWriteArrayList<>();
  private final List<String> cut = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.createContext(
        "/v1/specialties", exchange -> answer(exchange, "kept " + kept + " cut " + cut));
    server.start();
    return Map.of(
        "cadran.gateway.upstream.centres",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "cadran.gateway.revocation.grace",
        "PT2S");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (InputStream body = exchange.getRequestBody()) {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      cut.add(path);
      throw broken;
    }
    kept.add(path);
    answer(exchange, "kept");
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
