package fr.cadran.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the time of a refusal tells that a thing exists: the same account asks by turns for a
 * centre out of its territory and for one that is not there, value and record alike. Both are 404;
 * what is compared is which of the two comes back first, pair by pair: half of the time each when
 * nothing is given away. Writes {@code bench/results/refusal-times.md} and {@code .json}.
 */
public final class RefusalTimes {
  private static final int WARM_UP = 300;
  private static final int PAIRS = 2_000;
  private static final String ELSEWHERE = "939900006";
  private static final String NOWHERE = "759999999";
  private static final String[] PATHS = {
    "/v1/centres/%s",
    "/v1/centres/%s/quarterly-data/2014-Q4",
    "/v1/centres/%s/potential-gains/2014-Q4",
    "/v1/indicator-values?centre=%s&quarter=2014-Q4"
  };

  private RefusalTimes() {}

  /**
   * Runs the measurement; arguments: root of the checkout, token of an account that does not reach
   * the demo's centres.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Path.of(args[0]);
    Path folder = Files.createDirectories(root.resolve("bench/results"));
    StringBuilder table = new StringBuilder();
    List<String> json = new ArrayList<>();
    try (Processes processes = new Processes(root.resolve("bench/target/refusals"));
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      // One of its own: nobody's quota is used up.
      String gateway = OwnGateway.start(processes, root, OwnGateway.besideThePlatform());
      for (String path : PATHS) {
        HttpRequest there = request(gateway, args[1], path.formatted(ELSEWHERE));
        HttpRequest notThere = request(gateway, args[1], path.formatted(NOWHERE));
        for (int i = 0; i < WARM_UP; i++) {
          time(client, there);
          time(client, notThere);
        }
        Sample elsewhere = new Sample("out of reach");
        Sample nowhere = new Sample("not there");
        int slower = 0;
        for (int i = 0; i < PAIRS; i++) {
          // Who comes first in a pair changes, so that neither finds the other's traces warm.
          long first = time(client, i % 2 == 0 ? there : notThere);
          long second = time(client, i % 2 == 0 ? notThere : there);
          long of = i % 2 == 0 ? first : second;
          long other = i % 2 == 0 ? second : first;
          elsewhere.add(of);
          nowhere.add(other);
          slower += of > other ? 1 : 0;
        }
        double share = (double) slower / PAIRS;
        System.out.printf(Locale.ROOT, "refusal-times: %s: %.3f%n", path.formatted("…"), share);
        // Two standard deviations of a fair coin.
        double chance = 1 / Math.sqrt(PAIRS);
        table.append(
            String.format(
                Locale.ROOT,
                "| `%s` | %d | %.2f | %.2f | %.3f | %s |%n",
                path.formatted("…"),
                PAIRS,
                elsewhere.millis(50),
                nowhere.millis(50),
                share,
                Math.abs(share - 0.5) <= chance ? "yes" : "no"));
        json.add(
            String.format(
                Locale.ROOT,
                "{\"path\": \"%s\", \"share\": %.4f, \"p50OutOfReachMs\": %.3f, \"p50NotThereMs\": %.3f}",
                path.formatted("{finess}"),
                share,
                elsewhere.millis(50),
                nowhere.millis(50)));
      }
    }
    Files.writeString(
        folder.resolve("refusal-times.md"),
        """
        ## What the time of a refusal gives away

        A centre out of reach and one that does not exist, asked for by turns by the same account.

        | call | pairs | p50 ms, out of reach | p50 ms, not there | slower of a pair is the one out of reach | as by chance |
        | --- | --- | --- | --- | --- | --- |
        %s
        As by chance: within two standard deviations of a half. %s.
        """
            .formatted(table, OwnGateway.machine()));
    Files.writeString(
        folder.resolve("refusal-times.json"),
        "{\"scenario\": \"refusal-times\", \"calls\": [%s]}%n".formatted(String.join(", ", json)));
  }

  private static HttpRequest request(String gateway, String token, String path) {
    return HttpRequest.newBuilder(URI.create(gateway + path))
        .header("Authorization", "Bearer " + token)
        .build();
  }

  private static long time(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
    long taken = System.nanoTime() - start;
    if (answer.statusCode() != 404 && answer.statusCode() != 200) {
      throw new IllegalStateException("status " + answer.statusCode());
    }
    return taken;
  }
}
