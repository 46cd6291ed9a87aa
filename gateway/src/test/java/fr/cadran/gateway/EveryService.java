package fr.cadran.gateway;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Stands for all three services where only their descriptions matter. */
public final class EveryService implements QuarkusTestResourceLifecycleManager {
  private static final byte[] DESCRIPTION =
      """
      {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": {}}
      """
          .getBytes(StandardCharsets.UTF_8);

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext(
        "/q/openapi",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, DESCRIPTION.length);
          exchange.getResponseBody().write(DESCRIPTION);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "cadran.gateway.upstream.centres", address,
        "cadran.gateway.upstream.indicators", address,
        "cadran.gateway.upstream.contracts", address);
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
