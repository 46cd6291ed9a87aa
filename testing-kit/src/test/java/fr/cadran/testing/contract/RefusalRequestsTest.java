package fr.cadran.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalRequestsTest {

  private static StubService service;

  /** Part of the name of a check that has to fail for each flaw. */
  private static final Map<StubService.Flaw, String> CAUGHT_BY =
      Map.ofEntries(
          Map.entry(StubService.Flaw.LETS_ANYBODY_IN, "no token → 401"),
          Map.entry(StubService.Flaw.IGNORES_SCOPES, "wrong scope → 403"),
          Map.entry(StubService.Flaw.TAKES_ANY_MEDIA_TYPE, "wrong media type → 415"),
          Map.entry(StubService.Flaw.FAILS_ON_MALFORMED_JSON, "malformed JSON → 400"),
          Map.entry(StubService.Flaw.IGNORES_UNKNOWN_FIELDS, "unknown field → 400"),
          Map.entry(StubService.Flaw.POINTS_NOWHERE, "unknown field → 400"),
          Map.entry(StubService.Flaw.READS_ANY_LENGTH, "body over the limit → 413"),
          Map.entry(StubService.Flaw.IGNORES_UNKNOWN_PARAMETERS, "unknown query parameter → 400"),
          Map.entry(StubService.Flaw.ANSWERS_HTML, "no token → 401"),
          Map.entry(StubService.Flaw.FORGETS_THE_TRACE_ID, "no token → 401"),
          Map.entry(StubService.Flaw.ECHOES_THE_TOKEN, "wrong scope → 403"),
          Map.entry(StubService.Flaw.SHOWS_THE_STACK, "no token → 401"),
          Map.entry(StubService.Flaw.SAYS_ANOTHER_STATUS_INSIDE, "no token → 401"));

  @BeforeAll
  static void start() throws Exception {
    service = new StubService();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @AfterEach
  void make_sound_again() {
    service.getWrong(StubService.Flaw.NONE);
  }

  @Test
  void every_operation_gets_the_requests_that_fit_it() {
    assertThat(requests().all().stream().map(RefusalRequests.Case::name))
        .containsExactlyInAnyOrder(
            "POST /v1/visits: no token → 401",
            "POST /v1/visits: wrong scope → 403",
            "POST /v1/visits: unknown query parameter → 400",
            "POST /v1/visits: wrong media type → 415",
            "POST /v1/visits: malformed JSON → 400",
            "POST /v1/visits: unknown field → 400",
            "POST /v1/visits: body over the limit → 413",
            "GET /v1/visits/{id}: no token → 401",
            "GET /v1/visits/{id}: wrong scope → 403",
            "GET /v1/visits/{id}: unknown query parameter → 400",
            "DELETE /v1/visits/{id}: no token → 401",
            "DELETE /v1/visits/{id}: wrong scope → 403",
            "DELETE /v1/visits/{id}: unknown query parameter → 400",
            "GET /v1/visits/latest: unknown query parameter → 400");
  }

  @Test
  void a_service_that_refuses_as_it_should_passes() {
    assertThat(failing()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = StubService.Flaw.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_service_that_refuses_otherwise_fails(StubService.Flaw flaw) {
    service.getWrong(flaw);

    assertThat(failing()).anySatisfy(name -> assertThat(name).contains(CAUGHT_BY.get(flaw)));
  }

  private static List<String> failing() {
    List<String> failing = new ArrayList<>();
    for (RefusalRequests.Case one : requests().all()) {
      try {
        one.check().run();
      } catch (AssertionError bitten) {
        failing.add(one.name());
      }
    }
    return failing;
  }

  private static RefusalRequests requests() {
    return new RefusalRequests(
        Visits.document(),
        () -> RestAssured.given().noFilters().baseUri(service.uri()),
        StubService::tokenGranting,
        StubService.BODY_LIMIT);
  }
}
