package fr.cadran.indicators.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.cadran.indicators.centre.application.Centres;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.access.Territories;
import fr.cadran.kit.type.Finess;
import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The local copy of mandats: from the first day to the end of the last, in Europe/Paris. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class MandatDaysTest {
  @Inject Centres centres;

  private boolean sees(String client, String finess, String instant) {
    CentreScope scope =
        new CentreScope(false, Territories.NONE, Set.of(), Set.of(), Optional.of(client));
    return centres.isVisible(new Finess(finess), scope, Instant.parse(instant));
  }

  private void awaitSeen(String client, String finess, String instant) {
    await().atMost(Duration.ofSeconds(30)).until(() -> sees(client, finess, instant));
  }

  @Test
  void a_mandat_holds_whole_days_of_paris_when_the_clocks_change_too() {
    CentreMessages.centre("930000401", 1, "93", "11");
    // 1 March to 30 March 2014, whose last day has 23 hours.
    CentreMessages.mandats(
        "930000401",
        1,
        CentreMessages.given("m-1", "editor-a", "2014-02-28T23:00:00Z", "2014-03-30", null));
    awaitSeen("editor-a", "930000401", "2014-03-15T12:00:00Z");

    assertThat(sees("editor-a", "930000401", "2014-02-28T22:59:59Z")).isFalse();
    assertThat(sees("editor-a", "930000401", "2014-02-28T23:00:00Z")).isTrue();
    assertThat(sees("editor-a", "930000401", "2014-03-30T21:59:59Z")).isTrue();
    assertThat(sees("editor-a", "930000401", "2014-03-30T22:00:00Z")).isFalse();
    assertThat(sees("editor-b", "930000401", "2014-03-15T12:00:00Z")).isFalse();
  }

  @Test
  void mandats_that_overlap_add_up_and_each_ends_by_itself() {
    CentreMessages.centre("930000402", 1, "93", "11");
    CentreMessages.mandats(
        "930000402",
        1,
        CentreMessages.given(
            "m-1", "editor-a", "2013-12-31T23:00:00Z", "2014-06-30", "2014-02-01T10:00:00Z"),
        CentreMessages.given("m-2", "editor-a", "2014-01-14T23:00:00Z", "2014-03-31", null));
    awaitSeen("editor-a", "930000402", "2014-01-02T00:00:00Z");

    assertThat(sees("editor-a", "930000402", "2014-02-01T10:00:00Z")).isTrue();
    assertThat(sees("editor-a", "930000402", "2014-03-31T21:59:59Z")).isTrue();
    assertThat(sees("editor-a", "930000402", "2014-03-31T22:00:00Z")).isFalse();
  }

  @Test
  void a_revocation_shuts_the_local_copy_within_seconds() {
    CentreMessages.centre("930000403", 1, "93", "11");
    CentreMessages.mandat("930000403", 1, "editor-a", "2999-12-31", null);
    await().atMost(Duration.ofSeconds(30)).until(() -> gains() == 200);

    CentreMessages.mandat("930000403", 2, "editor-a", "2999-12-31", Instant.now().toString());
    await().atMost(Duration.ofSeconds(5)).until(() -> gains() == 404);

    // The list from before the revocation comes late.
    CentreMessages.mandat("930000403", 1, "editor-a", "2999-12-31", null);
    CentreMessages.mandat("930000404", 1, "editor-a", "2999-12-31", null);
    CentreMessages.centre("930000404", 1, "93", "11");
    awaitSeen("editor-a", "930000404", Instant.now().toString());
    assertThat(gains()).isEqualTo(404);
  }

  private static int gains() {
    return given()
        .auth()
        .oauth2(Tokens.editor("editor-a").jwt())
        .get("/v1/centres/930000403/potential-gains")
        .statusCode();
  }
}
