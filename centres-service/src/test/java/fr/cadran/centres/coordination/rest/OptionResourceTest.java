package fr.cadran.centres.coordination.rest;

import static fr.cadran.centres.Calls.as;
import static fr.cadran.centres.Calls.asArs93;
import static fr.cadran.centres.Calls.asManager;
import static fr.cadran.centres.Calls.newCentre;
import static fr.cadran.centres.Calls.quarter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
@ContractChecked
class OptionResourceTest {
  private static final String AMOUNTS = "/v1/coordination-option/amounts";

  @Inject DataSource database;

  private static String path(String finess) {
    return "/v1/centres/" + finess + "/coordination-memberships";
  }

  private static String batches(String finess) {
    return "/v1/centres/" + finess + "/coordination-batches";
  }

  private static String membership(String volet, String reference, String startedOn) {
    return """
    {"volet": "%s", "reference": "%s", "coordinatingDoctor": "p1", "startedOn": "%s"}
    """
        .formatted(volet, reference, startedOn);
  }

  private static ValidatableResponse register(
      String finess, String volet, String reference, String startedOn) {
    return asManager(finess)
        .body(membership(volet, reference, startedOn))
        .post(path(finess))
        .then();
  }

  private static String member(String finess, String reference, String startedOn) {
    return register(finess, "MEDICAL", reference, startedOn).statusCode(201).extract().path("id");
  }

  private static ValidatableResponse end(String finess, String id, String day) {
    return asManager(finess)
        .body("{\"endedOn\": \"" + day + "\"}")
        .post(path(finess) + "/" + id + "/end")
        .then();
  }

  @Test
  void a_membership_is_registered_read_and_ended_under_its_reference() {
    String finess = newCentre();
    String id = member(finess, "P7K2-00913", "2014-03-01");
    String one = path(finess) + "/" + id;

    register(finess, "MEDICAL", "P7K2-00913", "2015-03-01")
        .statusCode(409)
        .body("code", equalTo("MEMBER_ALREADY"));
    asManager(finess)
        .get(one)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("reference", equalTo("P7K2-00913"))
        .body("endedOn", nullValue());
    asManager(finess).header("If-None-Match", "\"1\"").get(one).then().statusCode(304);
    asArs93().get(one).then().statusCode(404);
    asManager(finess).get(path(finess) + "/" + UUID.randomUUID()).then().statusCode(404);

    asManager(finess)
        .header("If-Match", "\"9\"")
        .body("{\"endedOn\": \"2015-02-28\"}")
        .post(one + "/end")
        .then()
        .statusCode(412);
    end(finess, id, "2014-02-28")
        .statusCode(422)
        .body("errors.code", contains("ENDS_BEFORE_IT_STARTS"));
    end(finess, UUID.randomUUID().toString(), "2015-02-28").statusCode(404);
    end(finess, id, "2015-02-28")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("nextRenewalOn", nullValue());
    end(finess, id, "2015-02-28").statusCode(409).body("code", equalTo("MEMBERSHIP_ENDED"));
    register(finess, "MEDICAL", "P7K2-00913", "2015-03-01").statusCode(201);
  }

  @Test
  void what_may_name_a_person_is_refused_and_not_repeated() {
    String finess = newCentre();
    register(finess, "MEDICAL", "184127512345678", "2014-03-01")
        .statusCode(422)
        .body("errors.pointer", contains("/reference"))
        .body("errors.code", contains("REFERENCE_NOT_OPAQUE"))
        .body(not(containsString("184127512345678")));
    register(finess, "NURSING", "Jean Dupont", "2014-03-01")
        .statusCode(422)
        .body("errors.code", contains("NURSING_HAS_NO_MEMBERS", "REFERENCE_NOT_OPAQUE"))
        .body(not(containsString("Dupont")));
    asManager(newCentre())
        .body(membership("MEDICAL", "a1b2", "2014-01-01"))
        .post(path(finess))
        .then()
        .statusCode(404);
  }

  @Test
  void the_calendar_tells_which_renewals_fall_due() {
    String finess = newCentre();
    String march = member(finess, "k7-001", "2014-03-01");
    String leap = member(finess, "k7-002", "2012-02-29");
    String left = member(finess, "k7-003", "2014-03-01");
    end(finess, left, "2014-12-31").statusCode(200);

    asManager(finess)
        .get(path(finess) + "?dueFrom=2015-02-28&dueTo=2015-03-01")
        .then()
        .statusCode(200)
        .body("items.id", contains(march, leap))
        .body("items.renewalsDue", contains(List.of("2015-03-01"), List.of("2015-02-28")));
    asManager(finess)
        .get(path(finess) + "?dueFrom=2015-03-01&dueTo=2015-03-31")
        .then()
        .body("items.id", contains(march));
    asManager(finess).get(path(finess) + "?dueTo=2013-02-27").then().body("items", empty());
    asManager(finess).get(path(finess) + "?dueFrom=2015-03-01").then().statusCode(400);
    asManager(finess)
        .get(path(finess) + "?dueFrom=2015-03-01&dueTo=2015-02-01")
        .then()
        .statusCode(400);
    String next =
        asManager(finess)
            .get(path(finess) + "?limit=2")
            .then()
            .body("items.id", contains(march, leap))
            .extract()
            .path("next");
    asManager(finess)
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .body("items.id", contains(left))
        .body("next", nullValue());
    asManager(finess).get(path(finess) + "?cursor=eA").then().statusCode(400);
    asManager(newCentre()).get(path(finess)).then().statusCode(404);
  }

  @Test
  void what_is_due_stands_against_what_was_declared_received() {
    String finess = newCentre();
    member(finess, "k7-001", "2014-03-01");
    member(finess, "k7-002", "2014-06-01");
    register(finess, "DENTAL", "k7-001", "2014-06-01").statusCode(201);
    asManager(finess)
        .body(
            "{\"finance\": {\"optionCoordinationReceived\": 40.00}, \"humanResources\": {\"nursingFteLastYear\": 4}}")
        .put(quarter(finess, "2014-Q4"))
        .then()
        .statusCode(201);
    asManager(finess)
        .body("{}")
        .post(quarter(finess, "2014-Q4") + "/submission")
        .then()
        .statusCode(200);

    String summary = "/v1/centres/" + finess + "/coordination-summary";
    asArs93()
        .get(summary + "?on=2015-05-31")
        .then()
        .statusCode(200)
        .body("lines.year", contains(2014, 2014, 2015, 2015))
        .body("lines.volet", contains("MEDICAL", "DENTAL", "MEDICAL", "MEDICAL"))
        .body("lines.half", contains(1, 1, 1, 2))
        .body("lines.count", contains(2, 1, 1, 1))
        .body("lines[0].amount", equalTo(46.00f))
        .body("lines[0].explanation", equalTo("2 × 23.00 = 46.00 (1/2 : 46.00)"))
        .body("lines[0].yearly.source", containsString("ANNEXE VIII"))
        .body("lines[1].amount", nullValue())
        .body("lines[1].missingReason", equalTo("TO_VERIFY"))
        .body("years.year", contains(2014, 2015))
        .body("years[0].due", equalTo(46.00f))
        .body("years[0].linesWithoutAmount", equalTo(1))
        .body("years[0].received", equalTo(40.00f))
        .body("years[0].difference", equalTo(6.00f))
        .body("years[1].received", nullValue())
        .body("years[1].missingReason", equalTo("NOT_DECLARED"))
        .body("nursing.quarter", equalTo("2014-Q4"))
        .body("nursing.yearly.amount", equalTo(12928.00f))
        .body("nursing.first", equalTo(6464.00f))
        .body("nursing.second", equalTo(6464.00f))
        .body("nursingHalves", empty())
        .body("activity.year", contains(2014, 2014, 2015, 2015))
        .body("activity.volet", contains("MEDICAL", "DENTAL", "MEDICAL", "DENTAL"))
        .body("activity.joined", contains(2, 1, 0, 0))
        .body("activity.members", contains(2, 1, 2, 1));
    asArs93()
        .get(summary + "?on=2014-11-30")
        .then()
        .body("years[0].received", nullValue())
        .body("nursing.missingReason", equalTo("FTE_NOT_DECLARED"));
    asArs93().get(summary).then().statusCode(200);
    asManager(newCentre()).get(summary).then().statusCode(404);
    as(Tokens.cpamAgent("931")).get(summary).then().statusCode(200);
  }

  @Test
  void the_first_batch_needs_150_files_and_the_next_does_not() {
    String finess = newCentre();
    for (int i = 0; i < 149; i++) {
      member(finess, "k7-%03d".formatted(i), "2014-03-01");
    }
    send(finess, "{\"volet\": \"MEDICAL\"}")
        .statusCode(409)
        .body("code", equalTo("BATCH_TOO_SMALL"))
        .body("detail", containsString("149"));
    member(finess, "k7-149", "2014-03-01");
    send(finess, "{\"volet\": \"MEDICAL\", \"sentOn\": \"2014-06-30\"}")
        .statusCode(201)
        .body("number", equalTo(1))
        .body("files", equalTo(150));
    send(finess, "{\"volet\": \"MEDICAL\"}").statusCode(409);
    member(finess, "k7-150", "2014-03-01");
    send(finess, "{\"volet\": \"MEDICAL\"}")
        .statusCode(201)
        .body("number", equalTo(2))
        .body("files", equalTo(1));
    send(finess, "{\"sentOn\": \"2999-01-01\"}").statusCode(422).body("errors", hasSize(2));
    send(finess, "{\"volet\": \"NURSING\"}")
        .statusCode(422)
        .body("errors.code", contains("NURSING_HAS_NO_MEMBERS"));

    asArs93().get(batches(finess)).then().statusCode(200).body("items.files", contains(150, 1));
    String second = asArs93().get(batches(finess)).then().extract().path("items[1].id");
    asManager(finess)
        .get(path(finess) + "?batch=" + second)
        .then()
        .statusCode(200)
        .body("items.reference", contains("k7-150"));
    String next = asArs93().get(batches(finess) + "?limit=1").then().extract().path("next");
    asArs93().urlEncodingEnabled(false).get(next).then().body("items.number", contains(2));
    asArs93().get(batches(finess) + "?cursor=eA").then().statusCode(400);
    asManager(newCentre()).get(batches(finess)).then().statusCode(404);
    asManager(newCentre())
        .body("{\"volet\": \"MEDICAL\"}")
        .post(batches(finess))
        .then()
        .statusCode(404);
  }

  private static ValidatableResponse send(String finess, String body) {
    return asManager(finess).body(body).post(batches(finess)).then();
  }

  @Test
  void amounts_are_dated_have_a_source_and_are_never_changed() {
    as(Tokens.centreManager(newCentre()))
        .get(AMOUNTS)
        .then()
        .statusCode(200)
        .body("items.findAll { it.volet == 'NURSING' }.size()", equalTo(4))
        .body("items.find { it.volet == 'MEDICAL' }.amount", equalTo(46.00f))
        .body("items.find { it.volet == 'DENTAL' }.amount", nullValue())
        .body("items.find { it.volet == 'DENTAL' }.missingReason", equalTo("TO_VERIFY"));
    as(Tokens.administrator())
        .body(
            """
            {"volet": "MEDICAL", "validFrom": "2990-01-01", "amount": 50.00, "source": "essai"}
            """)
        .post(AMOUNTS)
        .then()
        .statusCode(201)
        .body("amount", equalTo(50.00f));
    as(Tokens.administrator()).get(AMOUNTS).then().body("items.source", hasItem("essai"));
    for (String wrong :
        new String[] {
          "{\"volet\": \"MEDICAL\"}",
          "{\"volet\": \"MEDICAL\", \"validFrom\": \"2990-01-01\", \"amount\": 1.234, \"source\": \"x\"}",
          "{\"volet\": \"NURSING\", \"fromFte\": 4.123, \"validFrom\": \"2990-01-01\", \"amount\": 1, \"source\": \"x\"}"
        }) {
      as(Tokens.administrator()).body(wrong).post(AMOUNTS).then().statusCode(422);
    }
    assertThatThrownBy(
            () -> {
              try (Connection connection = database.getConnection();
                  Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("update option_amount set amount = 0")).isZero();
              }
            })
        .hasMessageContaining("is kept");
  }
}
