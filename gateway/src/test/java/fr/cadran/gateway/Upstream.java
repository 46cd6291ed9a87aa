package fr.cadran.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A service behind the gateway that tells what reached it, and one that is not there. */
public class Upstream implements QuarkusTestResourceLifecycleManager {
  private static final String DESCRIPTION =
      """
      {"openapi": "3.1.0", "info": {"title": "x", "version": "1"},
       "tags": [{"name": "centres"}],
       "paths": {
         "/v1/centres": {"get": {"operationId": "listCentres", "responses": {"200": {
            "description": "ok", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/Problem"}}}}}}},
         "/v1/internal": {"get": {"operationId": "hidden", "responses": {}}}},
       "components": {"schemas": {"Problem": {"type": "string"}}}}
      """;

  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", Upstream::tell);
      server.createContext(
          "/q/openapi",
          exchange -> answer(exchange, 200, DESCRIPTION.getBytes(StandardCharsets.UTF_8)));
      server.start();
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      int closed = closedPort();
      return Map.of(
          "cadran.gateway.upstream.centres", address,
          "cadran.gateway.upstream.indicators", address,
          "cadran.gateway.upstream.contracts", "http://127.0.0.1:" + closed);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void tell(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestURI().getRawPath();
    if (asked.endsWith("/seen")) {
      answer(exchange, 200, ("{\"seen\": \"" + SEEN + "\"}").getBytes(StandardCharsets.UTF_8));
      return;
    }
    SEEN.add(asked);
    try (InputStream body = exchange.getRequestBody()) {
      long bytes = body.transferTo(java.io.OutputStream.nullOutputStream());
      String told =
          """
          {"method": "%s", "path": "%s", "query": "%s", "bytes": %d, "token": %b, "requestId": "%s",
           "trace": "%s", "forwardedFor": "%s", "forwardedHost": "%s"}
          """
              .formatted(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getRawPath(),
                  exchange.getRequestURI().getRawQuery(),
                  bytes,
                  exchange.getRequestHeaders().containsKey("Authorization"),
                  exchange.getRequestHeaders().getFirst("X-Request-Id"),
                  exchange.getRequestHeaders().get("traceparent"),
                  exchange.getRequestHeaders().get("X-Forwarded-For"),
                  exchange.getRequestHeaders().get("X-Forwarded-Host"));
      exchange.getResponseHeaders().add("ETag", "\"7\"");
      answer(exchange, 200, told.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
