package fr.cadran.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.http.Http;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The editor clients that were added to an installation beside those of the demo. The server has
 * them; the installation remembers their names, so that a realm that is made anew has them again.
 */
public final class EditorClients {
  private static final String ROLE = "editor";
  private static final String BOUND = "certificate-bound";
  private static final String FREE = "bearer";
  private static final String REALM = "/cadran";

  /** What a mandat can name, in small letters, because the key's file is named after it. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}[a-z0-9]");

  private final ObjectMapper json = new ObjectMapper();
  private final Installation installation;
  private final AdministrationApi server;
  private final RealmFiles files;
  private final EditorKeys keys;

  public EditorClients(Installation installation, Ports ports, Secrets secrets) {
    this.installation = installation;
    this.server = new AdministrationApi(installation, ports, secrets);
    this.files = new RealmFiles(installation.root());
    this.keys = new EditorKeys(installation);
  }

  /**
   * A client that was added.
   *
   * @param name its {@code client_id}, which a mandat names
   * @param certificateBound whether its tokens hold only with the TLS certificate that it asked for
   *     them with (RFC 8705)
   */
  public record EditorClient(String name, boolean certificateBound) {}

  /** The clients of the installation, by name. */
  public static List<EditorClient> of(Installation installation) {
    Map<String, EditorClient> clients = new TreeMap<>();
    Properties saved = Installation.read(installation.clientsFile());
    for (String name : saved.stringPropertyNames()) {
      clients.put(name, new EditorClient(name, saved.getProperty(name).equals(BOUND)));
    }
    return List.copyOf(clients.values());
  }

  /**
   * Makes the key pair and the client.
   *
   * @throws LaunchFailure when the name is taken or cannot be one, or the server refuses
   */
  public EditorClient add(String name, boolean certificateBound) {
    if (!NAME.matcher(name).matches()) {
      throw new LaunchFailure(
          "'"
              + name
              + "' cannot be the name of a client: 3 to 64 small letters, digits and hyphens, for"
              + " example logiciel-martin.");
    }
    if (files.clientNames().contains(name)) {
      throw new LaunchFailure("'" + name + "' is a client of the realm's own files.");
    }
    if (find(name).isPresent() || idOf(name).isPresent()) {
      throw new LaunchFailure(
          "the client '"
              + name
              + "' exists; ./platform client rotate "
              + name
              + " gives it another key.");
    }
    EditorClient client = new EditorClient(name, certificateBound);
    keys.replace(name, jwks -> create(client, jwks));
    remember(client, true);
    return client;
  }

  /**
   * Gives a client another key; the one before is refused from then on.
   *
   * @throws LaunchFailure when there is no such client
   */
  public EditorClient rotate(String name) {
    EditorClient client = require(name);
    String id = idOf(name).orElseThrow(() -> missing(name));
    keys.replace(
        name,
        jwks -> {
          JsonNode known =
              server.ask("GET", REALM + "/clients/" + id, null, "show the client " + name);
          ((ObjectNode) known).withObject("/attributes").put("jwks.string", jwks);
          server.ask("PUT", REALM + "/clients/" + id, known, "take the new key of " + name);
        });
    return client;
  }

  /**
   * Removes a client: it gets no more tokens. Mandats that name it stay and are of no use.
   *
   * @throws LaunchFailure when there is no such client
   */
  public void remove(String name) {
    EditorClient client = require(name);
    idOf(name)
        .ifPresent(id ->
            server.ask("DELETE", REALM + "/clients/" + id, null, "remove the client " + name));
    remember(client, false);
    keys.delete(name);
  }

  /** Adds what the installation remembers to a realm that is about to be made. */
  static void addTo(ObjectNode realm, Installation installation) {
    RealmFiles files = new RealmFiles(installation.root());
    EditorKeys keys = new EditorKeys(installation);
    for (EditorClient client : of(installation)) {
      realm
          .withArray("/clients")
          .add(representation(client, keys.publicJwks(client.name()), files));
      realm
          .withArray("/users")
          .addObject()
          .put("username", "service-account-" + client.name())
          .put("enabled", true)
          .put("serviceAccountClientId", client.name())
          .withArray("/realmRoles")
          .add(ROLE);
    }
  }

  /**
   * What the server is told about a client: the shape of the demo's, with the scopes that an editor
   * may use and no other.
   */
  static ObjectNode representation(EditorClient client, String jwks, RealmFiles files) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("clientId", client.name())
        .put("enabled", true)
        .put("publicClient", false)
        .put("clientAuthenticatorType", "client-jwt")
        .put("serviceAccountsEnabled", true)
        .put("standardFlowEnabled", false)
        .put("implicitFlowEnabled", false)
        .put("directAccessGrantsEnabled", false)
        .put("fullScopeAllowed", false);
    node.putObject("attributes")
        .put("use.jwks.string", "true")
        .put("jwks.string", jwks)
        .put("token.endpoint.auth.signing.alg", "ES256")
        .put("token.endpoint.auth.signing.max.exp", "60")
        .put("client_credentials.use_refresh_token", "false")
        .put(
            "tls.client.certificate.bound.access.tokens",
            Boolean.toString(client.certificateBound()));
    ObjectNode mapper = node.putArray("protocolMappers").addObject();
    mapper
        .put("name", "client_id")
        .put("protocol", "openid-connect")
        .put("protocolMapper", "oidc-hardcoded-claim-mapper");
    mapper
        .putObject("config")
        .put("claim.name", "client_id")
        .put("claim.value", client.name())
        .put("jsonType.label", "String")
        .put("access.token.claim", "true")
        .put("id.token.claim", "false")
        .put("userinfo.token.claim", "false")
        .put("introspection.token.claim", "true");
    ArrayNode scopes = node.putArray("defaultClientScopes");
    scopes.add("basic").add("cadran-access");
    files.scopesOf(ROLE).forEach(scopes::add);
    node.putArray("optionalClientScopes");
    return node;
  }

  private void create(EditorClient client, String jwks) {
    String name = client.name();
    server.ask(
        "POST", REALM + "/clients", representation(client, jwks, files), "take the client " + name);
    try {
      String id = idOf(name).orElseThrow(() -> missing(name));
      String account =
          server
              .ask(
                  "GET",
                  REALM + "/clients/" + id + "/service-account-user",
                  null,
                  "show the account of " + name)
              .path("id")
              .asText();
      JsonNode role = server.ask("GET", REALM + "/roles/" + ROLE, null, "show the role " + ROLE);
      server.ask(
          "POST",
          REALM + "/users/" + account + "/role-mappings/realm",
          json.createArrayNode().add(role),
          "give " + name + " the role " + ROLE);
    } catch (LaunchFailure e) {
      // Half a client would be in the way of the next try.
      idOf(name).ifPresent(id -> server.call("DELETE", REALM + "/clients/" + id, null));
      throw e;
    }
  }

  private Optional<String> idOf(String name) {
    JsonNode found =
        server.ask(
            "GET", REALM + "/clients?clientId=" + Http.encode(name), null, "look for " + name);
    return Optional.of(found.path(0).path("id").asText()).filter(id -> !id.isEmpty());
  }

  private Optional<EditorClient> find(String name) {
    return of(installation).stream().filter(client -> client.name().equals(name)).findFirst();
  }

  private EditorClient require(String name) {
    return find(name)
        .orElseThrow(() -> {
          List<String> names = new ArrayList<>();
          of(installation).forEach(client -> names.add(client.name()));
          return new LaunchFailure(
              "no client '"
                  + name
                  + "' was added here; "
                  + (names.isEmpty()
                      ? "./platform client add NAME adds one."
                      : "added: " + String.join(", ", names) + "."));
        });
  }

  private static LaunchFailure missing(String name) {
    return new LaunchFailure(
        "identity does not know the client '"
            + name
            + "'; ./platform client remove "
            + name
            + " and add it again.");
  }

  private void remember(EditorClient client, boolean there) {
    Properties saved = Installation.read(installation.clientsFile());
    if (there) {
      saved.setProperty(client.name(), client.certificateBound() ? BOUND : FREE);
    } else {
      saved.remove(client.name());
    }
    Installation.write(installation.clientsFile(), saved);
  }
}
