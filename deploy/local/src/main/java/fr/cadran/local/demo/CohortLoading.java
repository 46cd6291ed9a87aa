package fr.cadran.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.http.Http;
import fr.cadran.local.installation.PartName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@link Cohort} through the public API: the agency of the region registers the centres,
 * their manager declares eight quarters, the agency sets up the programme and says how far each
 * centre has come. What is there is left as it is.
 */
final class CohortLoading {
  /** The account that manages every centre of the cohort. */
  static final String MANAGER = "cohorte-demo";

  private static final String AGENCY = "ars-idf";
  // Two are served while two are written down; more would only wait.
  private static final int AT_ONCE = 4;

  private final GatewayCalls calls;

  CohortLoading(GatewayCalls calls) {
    this.calls = calls;
  }

  void load(Consumer<String> tell) throws IOException, InterruptedException {
    String known = programme();
    if (known != null && participants(known).size() == Cohort.CENTRES) {
      tell.accept("cohort of " + Cohort.CENTRES + " centres is there");
      return;
    }
    List<Callable<Integer>> centres = new ArrayList<>();
    for (int centre = 0; centre < Cohort.CENTRES; centre++) {
      int number = centre;
      centres.add(() -> centre(number));
    }
    int submitted = all(centres);
    tell.accept(
        "cohort of %d fictional centres, %d quarters submitted by %s"
            .formatted(Cohort.CENTRES, submitted, MANAGER));
    String programme = known == null ? create() : known;
    Set<String> taking = participants(programme);
    for (int centre = 0; centre < Cohort.CENTRES; centre++) {
      participate(programme, centre, taking.contains(Cohort.finess(centre)));
    }
    tell.accept("programme " + programme + " made by " + AGENCY);
  }

  private static int all(List<Callable<Integer>> steps) throws IOException, InterruptedException {
    int sum = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Integer> step : threads.invokeAll(steps)) {
        sum += step.get();
      }
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException unreachable -> throw unreachable;
        case LaunchFailure refused -> throw refused;
        case null, default -> throw new IllegalStateException(failed.getCause());
      }
    }
    return sum;
  }

  /** Registers a centre and submits what is missing; gives the number of quarters submitted. */
  private int centre(int centre) throws IOException {
    String finess = Cohort.finess(centre);
    if (!calls.call("GET", "/v1/centres/" + finess, AGENCY, null, null).ok()) {
      Http.Answer created =
          calls.call("POST", "/v1/centres", AGENCY, Cohort.registration(centre), null);
      calls.expect(created, "create centre " + finess, PartName.CENTRES);
    }
    Set<String> there = submitted(finess);
    int submitted = 0;
    for (int quarter = 0; quarter < Cohort.QUARTERS.size(); quarter++) {
      if (!there.contains(Cohort.QUARTERS.get(quarter))) {
        submit(finess, Cohort.QUARTERS.get(quarter), Cohort.quarterlyData(centre, quarter));
        submitted++;
      }
    }
    return submitted;
  }

  private Set<String> submitted(String finess) throws IOException {
    Http.Answer answer =
        calls.call("GET", "/v1/centres/" + finess + "/quarterly-data", MANAGER, null, null);
    calls.expect(answer, "read the quarters of " + finess, PartName.CENTRES);
    Set<String> quarters = new HashSet<>();
    for (JsonNode record : calls.read(answer).path("items")) {
      if (!record.path("state").asText().equals("DRAFT")) {
        quarters.add(record.path("quarter").asText());
      }
    }
    return quarters;
  }

  private void submit(String finess, String quarter, String body) throws IOException {
    String path = "/v1/centres/" + finess + "/quarterly-data/" + quarter;
    Http.Answer draft = calls.call("GET", path, MANAGER, null, null);
    Http.Answer saved = calls.call("PUT", path, MANAGER, body, draft.ok() ? draft.etag() : null);
    calls.expect(saved, "save " + quarter + " of " + finess, PartName.CENTRES);
    Http.Answer submitted =
        calls.call("POST", path + "/submission", MANAGER, "{\"acknowledgedWarnings\": []}", null);
    calls.expect(submitted, "submit " + quarter + " of " + finess, PartName.CENTRES);
  }

  /** The id of the programme, null when there is none. */
  private @Nullable String programme() throws IOException {
    Http.Answer answer = calls.call("GET", "/v1/programmes?limit=500", AGENCY, null, null);
    calls.expect(answer, "read the programmes", PartName.CENTRES);
    for (JsonNode programme : calls.read(answer).path("items")) {
      if (programme.path("name").asText().equals(Cohort.NAME)) {
        return programme.path("id").asText();
      }
    }
    return null;
  }

  private String create() throws IOException {
    Http.Answer answer = calls.call("POST", "/v1/programmes", AGENCY, Cohort.programme(), null);
    calls.expect(answer, "create the programme", PartName.CENTRES);
    return calls.read(answer).path("id").asText();
  }

  private Set<String> participants(String programme) throws IOException {
    Http.Answer answer =
        calls.call("GET", "/v1/programmes/" + programme + "/centres?limit=500", AGENCY, null, null);
    calls.expect(answer, "read the cohort", PartName.CENTRES);
    Set<String> known = new HashSet<>();
    for (JsonNode participation : calls.read(answer).path("items")) {
      if (!participation.path("leviers").isEmpty()) {
        known.add(participation.path("finess").asText());
      }
    }
    return known;
  }

  private void participate(String programme, int centre, boolean done) throws IOException {
    if (done) {
      return;
    }
    String base = "/v1/programmes/" + programme + "/centres";
    String own = base + "/" + Cohort.finess(centre);
    Http.Answer joined = calls.call("GET", own, AGENCY, null, null);
    if (!joined.ok()) {
      Http.Answer joining = calls.call("POST", base, AGENCY, Cohort.participation(centre), null);
      calls.expect(joining, "let centre " + (centre + 1) + " join", PartName.CENTRES);
      joined = calls.call("GET", own, AGENCY, null, null);
    }
    Http.Answer set =
        calls.call("PUT", own + "/leviers", AGENCY, Cohort.leviers(centre), joined.etag());
    calls.expect(set, "set the leviers of centre " + (centre + 1), PartName.CENTRES);
  }
}
