package fr.cadran.gateway.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.gateway.Upstream;
import fr.cadran.testing.infra.CadranTestResource;
import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8705 over real TLS: who holds the token must hold the key of its certificate too. */
@QuarkusTest
@QuarkusTestResource(
    value = CadranTestResource.class,
    initArgs = @ResourceArg(name = "with", value = ""))
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(value = TlsMaterial.class, restrictToAnnotatedClass = true)
class CertificateBoundTokensTest {
  private static final String OPEN = "v1/centres";
  private static final String LEDGER = "v1/specialties";
  private static final String MISMATCH = "CERTIFICATE_MISMATCH";
  private static final String REQUIRED = "CERTIFICATE_BOUND_TOKEN_REQUIRED";

  @TestHTTPResource(tls = true)
  URI home;

  @TestHTTPResource URI plainHome;

  // Not injected: a point of injection would ask every other test for these settings.
  private final Path folder = ConfigProvider.getConfig().getValue(TlsMaterial.FOLDER, Path.class);
  private final String password =
      ConfigProvider.getConfig().getValue(TlsMaterial.PASSWORD, String.class);

  @AfterEach
  void the_next_caller_does_not_notice() throws Exception {
    accepted(call("editor", bound("editor"), OPEN));
    accepted(call("", Tokens.editor("editor-demo"), OPEN));
  }

  @Test
  void a_bound_token_opens_with_its_certificate_and_with_no_other() throws Exception {
    accepted(call("editor", bound("editor"), OPEN));
    refused(call("other", bound("editor"), OPEN), MISMATCH);
    refused(call("", bound("editor"), OPEN), MISMATCH);
  }

  @Test
  void a_bound_token_opens_nothing_over_a_connection_without_tls() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      refused(client.send(get(plainHome, bound("editor"), OPEN), text()), MISMATCH);
    }
  }

  @Test
  void the_ledger_takes_bound_tokens_only() throws Exception {
    accepted(call("editor", bound("editor"), LEDGER));
    refused(call("editor", Tokens.editor("editor-demo"), LEDGER), REQUIRED);
    refused(call("", Tokens.editor("editor-demo"), LEDGER), REQUIRED);
    refused(call("editor", Tokens.editor("editor-demo"), LEDGER + "/"), REQUIRED);
    refused(call("editor", Tokens.editor("editor-demo"), LEDGER + "/MEDECINE_GENERALE"), REQUIRED);
    refused(call("other", bound("editor"), LEDGER), MISMATCH);
    // A certificate alone says nothing about who calls.
    assertThat(call("editor", Tokens.editor("editor-demo").expired(), LEDGER).statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_confirmation_that_is_not_understood_is_no_confirmation() throws Exception {
    refused(
        call("editor", Tokens.editor("editor-demo").withClaim("cnf", Map.of("jkt", "x")), OPEN),
        MISMATCH);
    refused(
        call("editor", Tokens.editor("editor-demo").withClaim("cnf", Map.of()), LEDGER), MISMATCH);
    refused(call("editor", Tokens.editor("editor-demo").withClaim("cnf", "x"), LEDGER), MISMATCH);
  }

  @Test
  void the_header_of_a_stranger_is_not_believed() throws Exception {
    HttpRequest request = told(header("editor"));
    try (HttpClient client = client("")) {
      refused(client.send(request, text()), MISMATCH);
    }
    try (HttpClient client = client("other")) {
      refused(client.send(request, text()), MISMATCH);
    }
  }

  @Test
  void the_header_of_the_proxy_that_was_named_is_believed() throws Exception {
    try (HttpClient proxy = from("127.0.0.2", "")) {
      accepted(proxy.send(told(header("editor")), text()));
      refused(proxy.send(told(header("other")), text()), MISMATCH);
    }
    // Its own certificate proves nothing about the caller behind it.
    try (HttpClient proxy = from("127.0.0.2", "editor")) {
      refused(proxy.send(get(home, bound("editor"), OPEN), text()), MISMATCH);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "::", "x", ":AAAA:", ":not base64:", "AAAA"})
  void an_odd_header_of_the_proxy_is_no_certificate(String value) throws Exception {
    try (HttpClient proxy = from("127.0.0.2", "")) {
      refused(proxy.send(told(value), text()), MISMATCH);
    }
  }

  @Test
  void the_refusals_are_documented() throws Exception {
    for (String code : new String[] {MISMATCH, REQUIRED}) {
      try (HttpClient client = client("")) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(home.resolve("/v1/problems/gateway/" + code)).build(),
                text());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("RFC 8705");
      }
    }
  }

  private Token bound(String name) throws GeneralSecurityException, IOException {
    return Tokens.editor("editor-demo")
        .withClaim(
            "cnf",
            Map.of(
                "x5t#S256",
                TlsMaterial.thumbprint(TlsMaterial.certificate(folder, password, name))));
  }

  private String header(String name) throws GeneralSecurityException, IOException {
    return ":"
        + Base64.getEncoder()
            .encodeToString(TlsMaterial.certificate(folder, password, name).getEncoded())
        + ":";
  }

  private HttpResponse<String> call(String certificate, Token token, String path) throws Exception {
    try (HttpClient client = client(certificate)) {
      return client.send(get(home, token, path), text());
    }
  }

  private HttpRequest told(String certificate) throws Exception {
    return HttpRequest.newBuilder(home.resolve("/" + OPEN))
        .header("Authorization", bound("editor").bearer())
        .header("Client-Cert", certificate)
        .build();
  }

  private static HttpRequest get(URI home, Token token, String path) {
    return HttpRequest.newBuilder(home.resolve("/" + path))
        .header("Authorization", token.bearer())
        .build();
  }

  private HttpClient client(String certificate) throws Exception {
    return HttpClient.newBuilder()
        .sslContext(TlsMaterial.callerWith(folder, password, certificate))
        .build();
  }

  private HttpClient from(String address, String certificate) throws Exception {
    return HttpClient.newBuilder()
        .localAddress(InetAddress.getByName(address))
        .sslContext(TlsMaterial.callerWith(folder, password, certificate))
        .build();
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private static void accepted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void refused(HttpResponse<String> answer, String code) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
  }
}
