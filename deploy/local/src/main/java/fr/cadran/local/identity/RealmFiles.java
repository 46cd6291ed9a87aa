package fr.cadran.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The realm as code: {@code cadran-realm.json} is what every deployment has, {@code
 * cadran-demo.json} adds the demo accounts and clients. Secrets stand in them as placeholders
 * {@code ${NAME}}.
 */
public final class RealmFiles {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(CADRAN_[A-Z0-9_]+)}");

  private static final int MOST_SHOWN = 5;

  private final ObjectMapper json = new ObjectMapper();
  private final Path folder;

  public RealmFiles(Path root) {
    this.folder = root.resolve("deploy/keycloak");
  }

  /**
   * A demo account as shown to the user.
   *
   * @param name the name given to {@code ./platform token}
   * @param role its realm role
   * @param limits its claims, for example {@code territories=region:11}
   * @param client whether it is a client with a key, not a user with a password
   */
  public record Account(String name, String role, String limits, boolean client) {}

  /** The realm that every deployment has. */
  public ObjectNode realm() {
    return read("cadran-realm.json");
  }

  /** The demo clients and users. */
  public ObjectNode demo() {
    return read("cadran-demo.json");
  }

  /**
   * The realm with the demo in it, each placeholder replaced by what {@code secret} gives. A single
   * value of the demo takes the place of the realm's: on loopback there is no TLS to require.
   */
  public ObjectNode merged(UnaryOperator<String> secret) {
    ObjectNode realm = realm();
    ObjectNode demo = demo();
    demo.properties().stream()
        .filter(entry -> entry.getValue().isValueNode())
        .forEach(entry -> realm.set(entry.getKey(), entry.getValue()));
    for (String list : List.of("clients", "users")) {
      ArrayNode all = realm.withArray("/" + list);
      demo.path(list).forEach(all::add);
    }
    return (ObjectNode) fill(realm, secret);
  }

  /** The demo accounts in the order of the file. */
  public List<Account> accounts() {
    List<Account> accounts = new ArrayList<>();
    for (JsonNode user : demo().path("users")) {
      String client = user.path("serviceAccountClientId").asText();
      List<String> limits = new ArrayList<>();
      for (Map.Entry<String, JsonNode> attribute : user.path("attributes").properties()) {
        List<String> values = new ArrayList<>();
        attribute.getValue().forEach(value -> values.add(value.asText()));
        limits.add(
            attribute.getKey()
                + "="
                + (values.size() > MOST_SHOWN
                    ? values.size() + " of them"
                    : String.join(",", values)));
      }
      accounts.add(
          new Account(
              client.isEmpty() ? user.path("username").asText() : client,
              user.path("realmRoles").path(0).asText(),
              String.join(" ", limits),
              !client.isEmpty()));
    }
    return accounts;
  }

  /** The scopes {@code resource:action} that a role may use. */
  public List<String> scopesOf(String role) {
    List<String> scopes = new ArrayList<>();
    for (JsonNode mapping : realm().path("scopeMappings")) {
      String scope = mapping.path("clientScope").asText();
      if (scope.contains(":")) {
        mapping
            .path("roles")
            .forEach(granted -> {
              if (granted.asText().equals(role)) {
                scopes.add(scope);
              }
            });
      }
    }
    return scopes;
  }

  /** The names of all clients in the files. */
  public Set<String> clientNames() {
    Set<String> names = new TreeSet<>();
    for (ObjectNode file : List.of(realm(), demo())) {
      file.path("clients").forEach(client -> names.add(client.path("clientId").asText()));
    }
    return names;
  }

  private ObjectNode read(String name) {
    Path file = folder.resolve(name);
    try {
      return (ObjectNode) json.readTree(file.toFile());
    } catch (IOException | ClassCastException e) {
      throw new LaunchFailure(
          "the realm file " + file + " cannot be read (" + Installation.reason(e) + ").", e);
    }
  }

  private static JsonNode fill(JsonNode node, UnaryOperator<String> secret) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(fill(entry.getValue(), secret)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, fill(array.get(i), secret));
      }
    } else if (node instanceof TextNode text) {
      return TextNode.valueOf(
          PLACEHOLDER
              .matcher(text.asText())
              .replaceAll(found -> Matcher.quoteReplacement(secret.apply(found.group(1)))));
    }
    return node;
  }
}
