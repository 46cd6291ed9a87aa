package fr.cadran.e2e;

import static fr.cadran.e2e.RunningPlatform.anonymous;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * An editor client made with {@code ./platform client add}, and what becomes of assertions that are
 * replayed, late, meant for somebody else or signed by somebody else. After each attack the client
 * itself gets its token.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientAssertionsE2E {
  private static final String KIND = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final String client = "e2e-" + ThreadLocalRandom.current().nextInt(1_000_000);
  private String realm = "";
  private Path keyFile = Path.of("");
  private ECKey key = anyKey();

  @BeforeAll
  void add() throws Exception {
    realm = RunningPlatform.ask("url", "identity") + "/realms/cadran";
    String told = RunningPlatform.ask("client", "add", client);
    keyFile =
        told.lines()
            .filter(line -> line.contains("private key"))
            .flatMap(line -> Arrays.stream(line.strip().split("\\s+", -1)))
            .filter(word -> word.endsWith(".jwk.json"))
            .map(Path::of)
            .findFirst()
            .orElseThrow();
    key = ECKey.parse(Files.readString(keyFile));
    assertThat(told).doesNotContain(key.getD().toString());
  }

  @AfterAll
  void remove() {
    RunningPlatform.ask("client", "remove", client);
    assertThat(keyFile).doesNotExist();
    assertThat(ask(sign(claims().build(), key)).statusCode()).isBetween(400, 401);
  }

  @AfterEach
  void the_client_itself_is_not_harmed() {
    assertThat(ask(sign(claims().build(), key)).statusCode()).isEqualTo(200);
  }

  @Test
  void the_key_is_its_owners_only_and_the_launcher_gives_a_token_that_opens_the_api()
      throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
        .isEqualTo("rw-------");
    assertThat(RunningPlatform.ask("client", "list")).contains(client, key.getKeyID());
    RunningPlatform.as(client).get("/v1/leviers").then().statusCode(200);
    // No centre trusts it yet.
    RunningPlatform.as(client).get("/v1/centres/930012345").then().statusCode(404);
    // An editor's role gives no more than an editor's scopes.
    RunningPlatform.as(client).get("/v1/contracts").then().statusCode(403);
  }

  @Test
  void an_editor_gets_nothing_that_outlives_its_token() {
    Response token = ask(sign(claims().build(), key));
    assertThat(token.jsonPath().getInt("expires_in")).isLessThanOrEqualTo(300);
    assertThat(token.jsonPath().getString("refresh_token")).isNull();
    given()
        .formParam("grant_type", "client_credentials")
        .formParam("scope", "offline_access")
        .formParam("client_assertion_type", KIND)
        .formParam("client_assertion", sign(claims().build(), key))
        .post(realm + "/protocol/openid-connect/token")
        .then()
        .statusCode(400);
  }

  @Test
  void a_replayed_assertion_is_refused() {
    String assertion = sign(claims().build(), key);

    assertThat(ask(assertion).statusCode()).isEqualTo(200);
    refused(assertion);
    refused(assertion);
  }

  @Test
  void an_expired_assertion_is_refused() {
    Instant past = Instant.now().minus(Duration.ofMinutes(10));
    refused(
        sign(
            claims()
                .issueTime(Date.from(past))
                .expirationTime(Date.from(past.plusSeconds(60)))
                .build(),
            key));
  }

  @Test
  void an_assertion_that_would_live_for_a_year_is_good_for_a_minute_from_its_issue() {
    Date nextYear = Date.from(Instant.now().plus(Duration.ofDays(365)));
    Instant past = Instant.now().minus(Duration.ofMinutes(2));
    refused(sign(claims().issueTime(Date.from(past)).expirationTime(nextYear).build(), key));
    refused(sign(claims().issueTime(null).expirationTime(nextYear).build(), key));
    Instant later = Instant.now().plus(Duration.ofMinutes(10));
    refused(sign(claims().issueTime(Date.from(later)).expirationTime(nextYear).build(), key));
  }

  @Test
  void an_assertion_without_an_end_or_without_a_number_is_refused() {
    refused(sign(claims().expirationTime(null).issueTime(null).build(), key));
    refused(sign(claims().jwtID(null).build(), key));
  }

  @Test
  void an_assertion_for_another_audience_is_refused() {
    refused(sign(claims().audience("https://elsewhere.test/realms/cadran").build(), key));
    refused(sign(claims().audience(realm.replace("/cadran", "/master")).build(), key));
  }

  @Test
  void an_assertion_of_another_key_is_refused_even_under_the_right_key_id() {
    refused(sign(claims().build(), anyKey()));
    refused(sign(claims().build(), new ECKey.Builder(anyKey()).keyID(key.getKeyID()).build()));
  }

  @Test
  void an_assertion_in_the_name_of_another_client_is_refused() {
    refused(sign(claims().issuer("editor-demo").subject("editor-demo").build(), key));
    Response answer =
        given()
            .formParam("grant_type", "client_credentials")
            .formParam("client_id", "editor-demo")
            .formParam("client_assertion_type", KIND)
            .formParam("client_assertion", sign(claims().build(), key))
            .post(realm + "/protocol/openid-connect/token");
    assertThat(answer.statusCode()).isBetween(400, 401);
    assertThat(answer.asString()).doesNotContain("access_token");
  }

  @Test
  void an_assertion_without_a_signature_or_signed_with_the_public_key_is_refused()
      throws Exception {
    refused(new PlainJWT(claims().build()).serialize());
    SignedJWT swapped =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
            claims().build());
    swapped.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
    refused(swapped.serialize());
  }

  @Test
  void the_gateway_takes_no_assertion_for_a_token() {
    anonymous()
        .header("Authorization", "Bearer " + sign(claims().build(), key))
        .get("/v1/leviers")
        .then()
        .statusCode(401);
  }

  private void refused(String assertion) {
    Response answer = ask(assertion);
    assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 401);
    assertThat(answer.asString()).doesNotContain("access_token");
  }

  private Response ask(String assertion) {
    return given()
        .formParam("grant_type", "client_credentials")
        .formParam("client_assertion_type", KIND)
        .formParam("client_assertion", assertion)
        .post(realm + "/protocol/openid-connect/token");
  }

  private JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(client)
        .subject(client)
        .audience(realm)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(60)));
  }

  private static String sign(JWTClaimsSet claims, ECKey key) {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
    try {
      JWSSigner signer = new ECDSASigner(key);
      jwt.sign(signer);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return jwt.serialize();
  }

  private static ECKey anyKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
