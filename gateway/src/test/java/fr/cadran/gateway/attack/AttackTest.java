package fr.cadran.gateway.attack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import fr.cadran.gateway.Complaints;
import fr.cadran.gateway.OddUpstream;
import fr.cadran.gateway.Upstream;
import fr.cadran.gateway.Wire;
import fr.cadran.gateway.door.InFlight;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Callers who mean harm, byte by byte. After each of them: an answer or a clean cut, at most one
 * line in the log and none with a stack trace, no call left behind, and the next caller is served.
 */
@QuarkusTest
@TestProfile(AttackTest.Impatient.class)
@QuarkusTestResource(
    value = CadranTestResource.class,
    initArgs = @ResourceArg(name = "with", value = ""))
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(value = OddUpstream.class, restrictToAnnotatedClass = true)
class AttackTest {
  /** Times short enough for a test. */
  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("cadran.gateway.head-time", "2S");
    }
  }

  private static final String BEARER = Tokens.editor("editor-a").bearer();
  private static final String SMUGGLED = "GET /v1/centres/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  @TestHTTPResource URI home;

  @Inject InFlight inFlight;

  private Complaints complaints;

  @BeforeEach
  void listen() {
    complaints = new Complaints();
  }

  @AfterEach
  void the_next_caller_does_not_notice() {
    given()
        .header("Authorization", BEARER)
        .get("/v1/centres/seen")
        .then()
        .statusCode(200)
        .body(not(containsString("smuggled")));
    await().atMost(Duration.ofSeconds(8)).until(() -> inFlight.count() == 0);
    complaints.close();
    assertThat(complaints.lines()).hasSizeLessThanOrEqualTo(1);
    assertThat(complaints.hasTraces()).isFalse();
    assertThat(String.join("\n", complaints.lines())).doesNotContain("eyJ");
  }

  private static String get(String path, String... headers) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
        + BEARER
        + "\r\n"
        + Stream.of(headers).map(header -> header + "\r\n").reduce("", String::concat)
        + "\r\n";
  }

  private static String post(String body, String... headers) {
    return get("/v1/centres/x", headers).replaceFirst("GET", "POST") + body;
  }

  private static String json(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The parts of a good token. */
  private static String[] parts() {
    return Tokens.auditor().jwt().split("\\.", -1);
  }

  private static String signedWith(byte[] secret) throws GeneralSecurityException {
    String content =
        json("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"test\"}") + "." + parts()[1];
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return content
        + "."
        + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
  }

  static Stream<Arguments> tokens() throws GeneralSecurityException {
    byte[] publicKey = Base64.getDecoder().decode(Tokens.publicKey());
    String pem =
        "-----BEGIN PUBLIC KEY-----\n" + Tokens.publicKey() + "\n-----END PUBLIC KEY-----\n";
    return Stream.of(
        Arguments.of("alg none", json("{\"alg\":\"none\"}") + "." + parts()[1] + "."),
        Arguments.of("alg None", json("{\"alg\":\"None\"}") + "." + parts()[1] + "." + parts()[2]),
        Arguments.of("signature cut off", parts()[0] + "." + parts()[1] + "."),
        Arguments.of("public key as secret", signedWith(publicKey)),
        Arguments.of("public key file as secret", signedWith(pem.getBytes(StandardCharsets.UTF_8))),
        Arguments.of("empty secret of one byte", signedWith(new byte[1])),
        Arguments.of("another key", Tokens.auditor().wrongKey().jwt()),
        Arguments.of("foreign issuer", Tokens.auditor().foreignIssuer().jwt()),
        Arguments.of("wrong audience", Tokens.auditor().wrongAudience().jwt()),
        Arguments.of("expired", Tokens.auditor().expired().jwt()),
        Arguments.of(
            "payload of another token",
            parts()[0] + "." + Tokens.administrator().jwt().split("\\.", -1)[1] + "." + parts()[2]),
        Arguments.of("not a token", "x"),
        Arguments.of("empty parts", ".."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokens")
  void a_token_that_somebody_made_up_is_refused(String name, String token) {
    String answer =
        given()
            .header("Authorization", "Bearer " + token)
            .get("/v1/centres")
            .then()
            .statusCode(401)
            .contentType("application/problem+json")
            .extract()
            .asString();
    assertThat(answer).as(name).contains("UNAUTHENTICATED");
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of(
            "a token of 17 KB",
            get("/v1/centres").replace(BEARER, "Bearer " + "e".repeat(17_000)),
            "431 TOKEN_TOO_LARGE"),
        Arguments.of(
            "a token of 1 MB",
            get("/v1/centres").replace(BEARER, "Bearer " + "e".repeat(1_000_000)),
            "431"),
        Arguments.of(
            "two tokens", get("/v1/centres", "Authorization: " + BEARER), "400 HEADERS_REFUSED"),
        Arguments.of("two hosts", get("/v1/centres", "Host: y"), "400"),
        Arguments.of("two lengths", post("abcd", "Content-Length: 4", "Content-Length: 5"), "400"),
        Arguments.of(
            "the same length twice",
            post("abcd", "Content-Length: 4", "Content-Length: 4"),
            "400|200"),
        Arguments.of("a list of lengths", post("abcd", "Content-Length: 4, 5"), "400"),
        Arguments.of("a negative length", post("abcd", "Content-Length: -4"), "400"),
        Arguments.of("a length with a sign", post("abcd", "Content-Length: +4"), "400"),
        Arguments.of(
            "a length that overflows", post("abcd", "Content-Length: 18446744073709551620"), "400"),
        Arguments.of("a length in words", post("abcd", "Content-Length: four"), "400"),
        Arguments.of(
            "a length shorter than the body", post("abcd" + SMUGGLED, "Content-Length: 4"), "200"),
        Arguments.of("a length longer than the body", post("abcd", "Content-Length: 10"), "408"),
        Arguments.of(
            "length and chunks",
            post("0\r\n\r\n" + SMUGGLED, "Content-Length: 6", "Transfer-Encoding: chunked"),
            "400|200"),
        Arguments.of(
            "chunks and length",
            post("0\r\n\r\n" + SMUGGLED, "Transfer-Encoding: chunked", "Content-Length: 60"),
            "400|200"),
        Arguments.of(
            "chunked twice",
            post(
                "0\r\n\r\n" + SMUGGLED, "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"),
            "400"),
        Arguments.of(
            "chunked, identity",
            post("0\r\n\r\n" + SMUGGLED, "Transfer-Encoding: chunked, identity"),
            "400"),
        Arguments.of(
            "identity, chunked",
            post("0\r\n\r\n" + SMUGGLED, "Transfer-Encoding: identity, chunked"),
            "400"),
        Arguments.of(
            "xchunked", post("0\r\n\r\n" + SMUGGLED, "Transfer-Encoding: xchunked"), "400"),
        Arguments.of(
            "chunked before its colon",
            post("0\r\n\r\n" + SMUGGLED, "Transfer-Encoding : chunked"),
            "400"),
        Arguments.of(
            "chunked after a tab", post("0\r\n\r\n", "Transfer-Encoding:\tchunked"), "400|200"),
        Arguments.of(
            "chunked with a vertical tab",
            post("0\r\n\r\n" + SMUGGLED, "Transfer-Encoding: \u000bchunked"),
            "400"),
        Arguments.of(
            "a chunk without a size",
            post("zz\r\n\r\n", "Transfer-Encoding: chunked"),
            "400|503|cut"),
        Arguments.of(
            "a chunk of a negative size",
            post("-1\r\n\r\n", "Transfer-Encoding: chunked"),
            "400|503|cut"),
        Arguments.of(
            "a folded header",
            get("/v1/centres", "X-A: b", " Transfer-Encoding: chunked"),
            "400|200"),
        Arguments.of(
            "lines that end in a bare LF", get("/v1/centres").replace("\r\n", "\n"), "400|200"),
        Arguments.of(
            "a bare CR in a header", get("/v1/centres", "X-A: b\rContent-Length: 3"), "400"),
        Arguments.of("a NUL in a header", get("/v1/centres", "X-A: b\u0000c"), "400"),
        Arguments.of("a header without a name", get("/v1/centres", ": b"), "400"),
        Arguments.of("a header without a colon", get("/v1/centres", "nonsense"), "400|200"),
        Arguments.of("ten thousand headers", get("/v1/centres", manyHeaders()), "431|cut"),
        Arguments.of(
            "one header of 1 MB", get("/v1/centres", "X-A: " + "a".repeat(1_000_000)), "431|cut"),
        Arguments.of("an address of 100 KB", get("/v1/centres?" + "a".repeat(100_000)), "414|cut"),
        Arguments.of(
            "a packed body",
            post("abcd", "Content-Encoding: gzip", "Content-Length: 4"),
            "415 ENCODING_REFUSED"),
        Arguments.of(
            "a body packed twice",
            post("abcd", "Content-Encoding: gzip, gzip", "Content-Length: 4"),
            "415 ENCODING_REFUSED"),
        Arguments.of(
            "a tunnel", "CONNECT internal:80 HTTP/1.1\r\nHost: internal\r\n\r\n", "400|405|404"),
        Arguments.of("an echo", get("/v1/centres").replaceFirst("GET", "TRACE"), "405"),
        Arguments.of(
            "another protocol",
            get(
                "/v1/centres",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP__"),
            "200"),
        Arguments.of(
            "a web socket",
            get(
                "/v1/centres",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="),
            "200"),
        Arguments.of(
            "the whole address of another server", get("http://internal/q/metrics"), "400|404"),
        Arguments.of("HTTP/0.9", "GET /v1/centres\r\n\r\n", "400|cut"),
        Arguments.of(
            "HTTP/3.9", get("/v1/centres").replace("HTTP/1.1", "HTTP/3.9"), "400|501|505|cut"),
        Arguments.of("TLS where there is none", "\u0016\u0003\u0001\u0002\u0000\u0001", "400|cut"));
  }

  private static String[] manyHeaders() {
    return Stream.iterate(0, i -> i + 1)
        .limit(10_000)
        .map(i -> "X-" + i + ": a")
        .toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void a_request_that_means_two_things_is_answered_or_cut(
      String name, String request, String expected) throws IOException {
    String answer;
    try (Wire wire = new Wire(home)) {
      sendAll(wire, request);
      answer = wire.readAnswer();
    }
    String[] statusAndCode = expected.split(" ", -1);
    if (answer.isEmpty()) {
      assertThat(statusAndCode[0]).as(name).contains("cut");
      return;
    }
    assertThat(answer).as(name).matches("(?s)HTTP/1\\.[01] (" + statusAndCode[0] + ") .*");
    if (statusAndCode.length > 1) {
      assertThat(answer).as(name).contains(statusAndCode[1]);
    }
  }

  /** The gateway may have had enough before we have sent it all. */
  private static void sendAll(Wire wire, String request) throws IOException {
    try {
      wire.send(request);
    } catch (SocketException hadEnough) {
      // Its answer is still to be read, or was lost with the reset, which is a cut.
    }
  }

  @Test
  void a_request_without_a_host_is_refused() throws IOException {
    try (Wire wire = new Wire(home)) {
      String answer = wire.send(get("/v1/centres").replace("Host: x\r\n", "")).readAnswer();
      assertThat(answer).matches("(?s)HTTP/1\\.1 400 .*").contains("HEADERS_REFUSED");
    }
  }

  static Stream<String> paths() {
    return Stream.of(
        "/v1/centres/../../q/metrics",
        "/v1/centres/..",
        "/v1/centres/%2e%2e/x",
        "/v1/centres/%2E%2E%2Fx",
        "/v1/centres/..%2fx",
        "/v1/centres/%252e%252e/x",
        "/v1/centres/..;/q/metrics",
        "/v1/centres/x;y=1",
        "/v1/centres//x",
        "//v1/centres",
        "/v1/centres/\\..\\x",
        "/v1/centres/%5c..%5cx",
        "/v1/centres/a%00b",
        "/v1/centres/a\u0000b",
        "/v1/centres/%c0%ae%c0%ae/x",
        "/v1/centres/%u002e%u002e/x",
        "/v1/./centres",
        "/v1/centres/%",
        "/v1/centres/%zz",
        "/v1/centres/é",
        "*",
        "");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void a_path_that_two_readers_could_read_differently_is_refused(String path) throws IOException {
    try (Wire wire = new Wire(home)) {
      String answer = wire.send(get(path)).readAnswer();
      // The last two are no paths at all: the server refuses them before anybody looks at them.
      assertThat(answer).matches("(?s)HTTP/1\\.[01] 40[04] .*");
    }
  }

  @Test
  void a_head_that_comes_one_byte_at_a_time_is_cut() throws Exception {
    long begin = System.nanoTime();
    try (Wire wire = new Wire(home)) {
      for (char one : get("/v1/centres").toCharArray()) {
        sendAll(wire, String.valueOf(one));
        Thread.sleep(200);
        if (System.nanoTime() - begin > Duration.ofSeconds(4).toNanos()) {
          break;
        }
      }
      assertThat(wire.readToEnd()).isEmpty();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void a_second_head_on_a_connection_is_timed_too() throws Exception {
    try (Wire wire = new Wire(home)) {
      assertThat(wire.send(get("/v1/centres")).readAnswer()).startsWith("HTTP/1.1 200");
      // Idle between two requests is not slow.
      Thread.sleep(3_000);
      assertThat(wire.send(get("/v1/centres")).readAnswer()).startsWith("HTTP/1.1 200");
      wire.send("GET /v1/cen");
      assertThat(wire.readToEnd()).isEmpty();
    }
  }

  @Test
  void a_body_that_comes_one_byte_at_a_time_is_cut() throws Exception {
    try (Wire wire = new Wire(home)) {
      wire.send(post("", "Content-Length: 100"));
      for (int i = 0; i < 20; i++) {
        sendAll(wire, "x");
        Thread.sleep(200);
      }
      assertThat(wire.readToEnd()).startsWith("HTTP/1.1 408").contains("BODY_TOO_SLOW");
    }
  }

  @Test
  void a_thousand_half_open_connections_harm_nobody() throws IOException {
    List<Wire> halfOpen = new ArrayList<>();
    try {
      for (int i = 0; i < 1_000; i++) {
        Wire wire = new Wire(home);
        halfOpen.add(wire);
        if (i % 2 == 0) {
          wire.send("POST /v1/centres HTTP/1.1\r\nHost: x\r\nX-A");
        }
      }
      for (int i = 0; i < 20; i++) {
        given().header("Authorization", BEARER).get("/v1/centres").then().statusCode(200);
      }
      for (Wire wire : halfOpen) {
        assertThat(wire.readToEnd()).isEmpty();
      }
    } finally {
      for (Wire wire : halfOpen) {
        wire.close();
      }
    }
  }

  @Test
  void callers_who_leave_in_the_middle_leave_nothing_behind() throws IOException {
    for (int i = 0; i < 50; i++) {
      try (Wire wire = new Wire(home)) {
        OutputStream out = wire.out();
        out.write(post("half", "Content-Length: 100").getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
    }
  }
}
