package fr.cadran.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that answers as the administration API does; e2e asks the real one. */
class EditorClientsTest {
  private static final Path ROOT = Path.of(System.getProperty("cadran.root"));

  @TempDir Path folder;

  private final List<String> calls = new ArrayList<>();
  private final ObjectMapper json = new ObjectMapper();
  private ObjectNode stored = json.createObjectNode();
  private boolean refusesRoles;
  private HttpServer server;
  private Installation installation;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    installation = on(server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void adding_makes_a_key_a_client_with_its_public_half_and_the_role() throws IOException {
    clients().add("logiciel-martin", false);

    assertThat(EditorClients.of(installation))
        .containsExactly(new EditorClients.EditorClient("logiciel-martin", false));
    EditorKeys keys = new EditorKeys(installation);
    assertThat(stored.at("/attributes/jwks.string").asText())
        .isEqualTo(keys.publicJwks("logiciel-martin"))
        .doesNotContain("\"d\"");
    assertThat(calls).contains("POST /admin/realms/cadran/users/account-1/role-mappings/realm");
  }

  @Test
  void a_client_that_gets_no_role_is_taken_back() {
    refusesRoles = true;

    assertThatThrownBy(() -> clients().add("logiciel-martin", false))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("the role editor");

    assertThat(calls).last().isEqualTo("DELETE /admin/realms/cadran/clients/id-1");
    assertThat(EditorClients.of(installation)).isEmpty();
    assertThat(new EditorKeys(installation).has("logiciel-martin")).isFalse();
  }

  @Test
  void rotating_publishes_another_key_and_keeps_the_rest() {
    clients().add("logiciel-martin", true);
    String before = new EditorKeys(installation).keyId("logiciel-martin");

    clients().rotate("logiciel-martin");

    String after = new EditorKeys(installation).keyId("logiciel-martin");
    assertThat(after).isNotEqualTo(before);
    assertThat(stored.at("/attributes/jwks.string").asText())
        .contains(after)
        .doesNotContain(before);
    assertThat(
            stored.path("attributes").path("tls.client.certificate.bound.access.tokens").asText())
        .isEqualTo("true");
  }

  @Test
  void removing_leaves_nothing_behind() {
    clients().add("logiciel-martin", false);

    clients().remove("logiciel-martin");

    assertThat(calls).last().isEqualTo("DELETE /admin/realms/cadran/clients/id-1");
    assertThat(EditorClients.of(installation)).isEmpty();
    assertThat(new EditorKeys(installation).has("logiciel-martin")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "Martin", "a b", "../etc", "a/b", "-a-", "é-té", "a.b"})
  void a_name_that_could_not_be_a_file_or_a_mandat_is_refused(String name) {
    assertThatThrownBy(() -> clients().add(name, false))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("cannot be the name of a client");
    assertThat(calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"editor-demo", "cadran-cli", "admin-cli", "account"})
  void a_name_of_the_realm_itself_is_refused(String name) {
    assertThatThrownBy(() -> clients().add(name, false)).hasMessageContaining("own files");
  }

  @Test
  void a_client_that_exists_is_not_added_again_and_one_that_does_not_is_named() {
    clients().add("logiciel-martin", false);

    assertThatThrownBy(() -> clients().add("logiciel-martin", false))
        .hasMessageContaining("exists")
        .hasMessageContaining("rotate");
    assertThatThrownBy(() -> clients().rotate("logiciel-autre"))
        .hasMessageContaining("logiciel-autre")
        .hasMessageContaining("logiciel-martin");
  }

  @Test
  void a_platform_that_is_down_is_said_in_one_sentence() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    installation = on(closed);

    assertThatThrownBy(() -> clients().add("logiciel-martin", false))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("./platform up");
    assertThat(new EditorKeys(installation).has("logiciel-martin")).isFalse();
  }

  @Test
  void a_realm_that_is_made_anew_has_the_added_clients_again() {
    clients().add("logiciel-martin", false);
    ObjectNode realm = new RealmFiles(ROOT).merged(name -> "x");
    int before = realm.path("clients").size();

    EditorClients.addTo(realm, installation);

    assertThat(realm.path("clients")).hasSize(before + 1);
    JsonNode account = realm.path("users").get(realm.path("users").size() - 1);
    assertThat(account.path("serviceAccountClientId").asText()).isEqualTo("logiciel-martin");
    assertThat(account.at("/realmRoles/0").asText()).isEqualTo("editor");
  }

  private Installation on(int port) {
    Installation made =
        new Installation(
            ROOT, folder.resolve("home"), Map.of("CADRAN_PORT_IDENTITY", Integer.toString(port)));
    made.create();
    return made;
  }

  private EditorClients clients() {
    return new EditorClients(installation, installation.ports(), new Secrets(installation));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.endsWith("/token")) {
      reply(exchange, 200, "{\"access_token\": \"t\"}");
      return;
    }
    calls.add(method + " " + path);
    boolean there = !stored.isEmpty();
    switch (method + " " + path.substring("/admin/realms/cadran".length())) {
      case "GET /clients" -> reply(exchange, 200, there ? "[{\"id\": \"id-1\"}]" : "[]");
      case "POST /clients", "PUT /clients/id-1" -> {
        stored = (ObjectNode) json.readTree(body);
        reply(exchange, 201, "");
      }
      case "GET /clients/id-1" -> reply(exchange, 200, stored.toString());
      case "DELETE /clients/id-1" -> {
        stored = json.createObjectNode();
        reply(exchange, 204, "");
      }
      case "GET /clients/id-1/service-account-user" ->
          reply(exchange, 200, "{\"id\": \"account-1\"}");
      case "GET /roles/editor" -> reply(exchange, 200, "{\"id\": \"r\", \"name\": \"editor\"}");
      case "POST /users/account-1/role-mappings/realm" ->
          reply(exchange, refusesRoles ? 403 : 204, "");
      default -> reply(exchange, 404, "");
    }
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
