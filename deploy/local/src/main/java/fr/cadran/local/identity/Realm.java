package fr.cadran.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.http.Http;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the running server's realm {@code cadran} what the files in {@code deploy/keycloak} say.
 * The realm carries a fingerprint of what it was made from; when the files, a password or a key
 * have changed since, it is replaced. Nothing is lost by that: all it holds comes from the files,
 * and accounts keep their ids.
 */
public final class Realm {
  /** Name of the server's own administrator, for the console as well. */
  public static final String ADMINISTRATOR = "admin";

  /** Name of that administrator's secret. */
  public static final String ADMINISTRATOR_SECRET = "identity.admin";

  private static final String NAME = "cadran";
  private static final String FINGERPRINT = "cadran.fingerprint";
  private static final String PASSWORD_PREFIX = "CADRAN_PASSWORD_";
  private static final String JWKS_PREFIX = "CADRAN_JWKS_";

  private final ObjectMapper json = new ObjectMapper();
  private final Installation installation;
  private final Secrets secrets;
  private final EditorKeys keys;
  private final String server;

  public Realm(Installation installation, Ports ports, Secrets secrets) {
    this.installation = installation;
    this.secrets = secrets;
    this.keys = new EditorKeys(installation);
    this.server = "http://127.0.0.1:" + ports.of(PartName.IDENTITY);
  }

  /** Name of the secret that holds a demo account's password. */
  static String passwordSecret(String account) {
    return "account." + account;
  }

  /**
   * Creates or replaces the realm where needed.
   *
   * @throws LaunchFailure when the server refuses
   */
  public void apply(Consumer<String> tell) {
    ObjectNode wanted = new RealmFiles(installation.root()).merged(this::secret);
    String fingerprint = sha256(wanted.toString());
    wanted.withObject("/attributes").put(FINGERPRINT, fingerprint);
    try {
      String token = administratorToken();
      Http.Answer current = call("GET", "/admin/realms/" + NAME, token, null);
      if (current.ok()) {
        JsonNode attributes = json.readTree(current.body()).path("attributes");
        if (attributes.path(FINGERPRINT).asText().equals(fingerprint)) {
          return;
        }
        tell.accept("replacing the realm, its files have changed");
        expect(call("DELETE", "/admin/realms/" + NAME, token, null), "give up the old realm");
      } else if (current.status() != 404) {
        expect(current, "show its realm");
      }
      expect(call("POST", "/admin/realms", token, wanted.toString()), "take the realm");
      tell.accept("realm applied from deploy/keycloak");
    } catch (IOException e) {
      throw new LaunchFailure(
          "identity stopped answering while its realm was applied ("
              + Installation.reason(e)
              + "); its log: "
              + installation.log(PartName.IDENTITY),
          e);
    }
  }

  private String secret(String placeholder) {
    if (placeholder.startsWith(PASSWORD_PREFIX)) {
      return secrets.of(passwordSecret(account(placeholder, PASSWORD_PREFIX)));
    }
    if (placeholder.startsWith(JWKS_PREFIX)) {
      return keys.publicJwks(account(placeholder, JWKS_PREFIX));
    }
    throw new LaunchFailure("deploy/keycloak asks for ${" + placeholder + "}, which nobody knows.");
  }

  private static String account(String placeholder, String prefix) {
    return placeholder.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String administratorToken() throws IOException {
    Map<String, String> form = new TreeMap<>();
    form.put("grant_type", "password");
    form.put("client_id", "admin-cli");
    form.put("username", ADMINISTRATOR);
    form.put("password", secrets.of(ADMINISTRATOR_SECRET));
    Http.Answer answer =
        Http.postForm(URI.create(server + "/realms/master/protocol/openid-connect/token"), form);
    if (answer.status() == 401) {
      throw new LaunchFailure(
          "identity does not know the administrator's password in "
              + installation.secretsFile()
              + "; both come from one first start, so restore that file or run ./platform down"
              + " --wipe.");
    }
    expect(answer, "let the administrator in");
    return json.readTree(answer.body()).path("access_token").asText();
  }

  private Http.Answer call(String method, String path, String token, @Nullable String body)
      throws IOException {
    return Http.send(
        method,
        URI.create(server + path),
        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
        body);
  }

  private void expect(Http.Answer answer, String act) throws IOException {
    if (answer.ok()) {
      return;
    }
    String why = "";
    if (answer.body().startsWith("{")) {
      JsonNode problem = json.readTree(answer.body());
      why =
          ": "
              + problem
                  .path("errorMessage")
                  .asText(problem.path("error_description").asText(problem.path("error").asText()));
    }
    throw new LaunchFailure(
        "identity did not "
            + act
            + " (HTTP "
            + answer.status()
            + why
            + "); its log: "
            + installation.log(PartName.IDENTITY));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
