package fr.cadran.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the audit costs a call, and that calls at the same time share their commits. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class AuditCostTest {
  private static final int WARM_UP = 100;
  private static final int CALLS = Integer.getInteger("measure.calls", 100);
  private static final int THREADS = 16;

  @Inject MeterRegistry metrics;

  @TestHTTPResource URI home;

  private final String bearer = Tokens.arsAgent("departement:93").bearer();

  @Test
  void calls_at_the_same_time_share_their_commits() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      List<HttpRequest> kinds =
          List.of(
              post("/v1/audited/c1/payments/7/plain"),
              post("/v1/audited/c1/payments/7"),
              get("/v1/audited/c1/catalogue"),
              get("/v1/audited/c1"));
      for (HttpRequest kind : kinds) {
        alone(client, kind, WARM_UP);
      }
      for (HttpRequest kind : kinds) {
        long[] alone = alone(client, kind, CALLS);
        double commits = commits();
        double entries = entries();
        double rate = together(client, kind);
        System.out.printf(
            "audit cost %-4s %-34s alone p50 %.2f ms p99 %.2f ms; %d at once %.0f calls/s,"
                + " %.0f entries in %.0f commits%n",
            kind.method(),
            kind.uri().getPath(),
            alone[CALLS / 2] / 1e6,
            alone[CALLS * 99 / 100] / 1e6,
            THREADS,
            rate,
            entries() - entries,
            commits() - commits);
        if (kind.uri().getPath().equals("/v1/audited/c1/payments/7")) {
          assertThat(entries() - entries).isEqualTo(2.0 * THREADS * CALLS);
          assertThat(commits() - commits).isLessThan((entries() - entries) / 2);
        }
      }
    }
  }

  private static long[] alone(HttpClient client, HttpRequest request, int calls) throws Exception {
    long[] nanos = new long[calls];
    for (int i = 0; i < calls; i++) {
      long begun = System.nanoTime();
      call(client, request);
      nanos[i] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static double together(HttpClient client, HttpRequest request) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    long begun = System.nanoTime();
    try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        running.add(executor.submit(() -> alone(client, request, CALLS)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    return THREADS * CALLS / ((System.nanoTime() - begun) / 1e9);
  }

  private static void call(HttpClient client, HttpRequest request) throws Exception {
    assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
  }

  private HttpRequest post(String path) {
    return request(path)
        .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"a\", \"count\": 1}"))
        .build();
  }

  private HttpRequest get(String path) {
    return request(path).GET().build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(home.resolve(path))
        .header("Authorization", bearer)
        .header("Content-Type", "application/json");
  }

  private double commits() {
    return metrics.get("cadran.audit.commit").timer().count();
  }

  private double entries() {
    return metrics.get("cadran.audit.entries").counter().count();
  }
}
