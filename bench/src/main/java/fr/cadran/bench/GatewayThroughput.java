package fr.cadran.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * B5: throughput of the gateway on connections that stay open, answers of 200 bytes, token checked,
 * round by round beside nginx, which only passes on, and beside Spring Cloud Gateway with a token
 * check; all three before the same upstream. Needs nginx and wrk; starts everything itself; writes
 * {@code bench/results/b5.md} and {@code .json}.
 */
public final class GatewayThroughput {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final String PATH = "/v1/centres";
  private static final String GATEWAY = "gateway";
  private static final String NGINX = "nginx proxy_pass, no check";
  private static final String SPRING = "Spring Cloud Gateway, token checked";
  private static final String ANSWER =
      "{\"items\": [" + "\"0123456789\", ".repeat(13) + "\"01\"], \"a\": 1}";

  private final Path root;
  private final int rounds;
  private final String seconds;
  private final Processes processes;
  private final SignedToken signed = new SignedToken();
  private final Map<String, String> addresses = new LinkedHashMap<>();

  private GatewayThroughput(Path root, int rounds, String seconds, Processes processes)
      throws GeneralSecurityException {
    this.root = root;
    this.rounds = rounds;
    this.seconds = seconds;
    this.processes = processes;
  }

  /** Runs the measurement; arguments: root of the checkout, rounds, seconds of each. */
  public static void main(String[] args)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path root = Path.of(args[0]);
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
    String seconds = args.length > 2 ? args[2] : "8";
    try (Processes processes = new Processes(root.resolve("bench/target/b5"))) {
      new GatewayThroughput(root, rounds, seconds, processes).run();
    }
  }

  private void run() throws IOException, InterruptedException, GeneralSecurityException {
    int upstream = Processes.freePort();
    nginx(
        "upstream",
        upstream,
        "location / { default_type application/json; return 200 '" + ANSWER + "'; }");
    startNginx(upstream);
    startGateway(upstream);
    startSpring(upstream);
    String bearer = "Authorization: Bearer " + signed.jwt();
    for (String address : addresses.values()) {
      load(address, bearer, "10");
    }
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, String> one : addresses.entrySet()) {
        rates
            .computeIfAbsent(one.getKey(), name -> new ArrayList<>())
            .add(load(one.getValue(), bearer, seconds));
      }
    }
    write(rates);
  }

  private void nginx(String name, int port, String location)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(processes.folder().resolve(name));
    Path settings = folder.resolve("nginx.conf");
    Files.writeString(
        settings,
        """
        daemon off;
        worker_processes 2;
        pid %s/nginx.pid;
        error_log %s/error.log;
        events { worker_connections 1024; }
        http {
          access_log off;
          keepalive_requests 1000000000;
          client_body_temp_path %s/body;
          proxy_temp_path %s/proxy;
          fastcgi_temp_path %s/fastcgi;
          uwsgi_temp_path %s/uwsgi;
          scgi_temp_path %s/scgi;
          %s
        }
        """
            .formatted(
                folder,
                folder,
                folder,
                folder,
                folder,
                folder,
                folder,
                location.startsWith("location")
                    ? "server { listen 127.0.0.1:" + port + "; " + location + " }"
                    : location));
    processes.start(
        name,
        List.of("nginx", "-p", folder.toString(), "-c", settings.toString()),
        Map.of(),
        "http://127.0.0.1:" + port + PATH);
  }

  private void startNginx(int upstream) throws IOException, InterruptedException {
    int port = Processes.freePort();
    nginx(
        "nginx",
        port,
        """
        upstream behind { server 127.0.0.1:%d; keepalive 64; keepalive_requests 1000000000; }
        server {
          listen 127.0.0.1:%d;
          location / { proxy_pass http://behind; proxy_http_version 1.1; proxy_set_header Connection ""; }
        }
        """
            .formatted(upstream, port));
    addresses.put(NGINX, "http://127.0.0.1:" + port + PATH);
  }

  private void startGateway(int upstream) throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>();
    settings.put("QUARKUS_OIDC_PUBLIC_KEY", signed.publicKey());
    settings.put("QUARKUS_OIDC_TOKEN_ISSUER", SignedToken.ISSUER);
    for (String service : List.of("CENTRES", "INDICATORS", "CONTRACTS")) {
      settings.put("CADRAN_GATEWAY_UPSTREAM_" + service, "http://127.0.0.1:" + upstream);
    }
    addresses.put(GATEWAY, OwnGateway.start(processes, root, settings) + PATH);
  }

  private void startSpring(int upstream) throws IOException, InterruptedException {
    Path jar = root.resolve("bench/peers/spring-gateway/target/spring-gateway.jar");
    if (!Files.exists(jar)) {
      System.err.println(
          "bench: without Spring Cloud Gateway; ./mvnw -f bench/peers/spring-gateway/pom.xml package"
              + " makes it");
      return;
    }
    int port = Processes.freePort();
    Path key = processes.folder().resolve("public-key.pem");
    Files.writeString(key, signed.publicKeyFile());
    String address = "http://127.0.0.1:" + port + PATH;
    processes.start(
        "spring-gateway",
        List.of(OwnGateway.java(), "-Xmx256m", "-jar", jar.toString()),
        Map.of(
            "SERVER_PORT", Integer.toString(port),
            "UPSTREAM", "http://127.0.0.1:" + upstream,
            "PUBLIC_KEY", "file:" + key),
        address);
    addresses.put(SPRING, address);
  }

  private static double load(String address, String bearer, String seconds)
      throws IOException, InterruptedException {
    String output =
        Processes.run(List.of("wrk", "-t2", "-c32", "-d" + seconds + "s", "-H", bearer, address));
    if (output.contains("Non-2xx") || output.contains("Socket errors")) {
      throw new IllegalStateException(address + " refused some of the calls: " + output);
    }
    Matcher rate = RATE.matcher(output);
    if (!rate.find()) {
      throw new IllegalStateException("wrk says nothing: " + output);
    }
    return Double.parseDouble(rate.group(1));
  }

  private void write(Map<String, List<Double>> rates) throws IOException {
    List<Double> own = rates.getOrDefault(GATEWAY, List.of());
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """
                ## B5: gateway throughput

                32 connections that stay open, answers of %d bytes, %d rounds of %s s, one after the other.

                | what | median requests/s | gateway ÷ it, median of the rounds |
                | --- | --- | --- |
                """,
                ANSWER.length(),
                rounds,
                seconds));
    StringBuilder json = new StringBuilder("{\"scenario\": \"B5\"");
    rates.forEach((name, values) -> {
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < values.size(); round++) {
        ratios.add(own.get(round) / values.get(round));
      }
      table.append(
          String.format(
              Locale.ROOT, "| %s | %.0f | %.2f |%n", name, median(values), median(ratios)));
      json.append(
          String.format(
              Locale.ROOT,
              ", \"%s\": {\"perSecond\": %.0f, \"ratio\": %.3f}",
              name,
              median(values),
              median(ratios)));
    });
    String machine = OwnGateway.machine();
    table.append(
        String.format(
            Locale.ROOT, "%nTo reach: 0.35 of nginx, 2 × Spring Cloud Gateway. %s.%n", machine));
    json.append(String.format(Locale.ROOT, ", \"machine\": \"%s\"}%n", machine));
    Path folder = Files.createDirectories(root.resolve("bench/results"));
    Files.writeString(folder.resolve("b5.md"), table);
    Files.writeString(folder.resolve("b5.json"), json);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
