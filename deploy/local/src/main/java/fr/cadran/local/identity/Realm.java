package fr.cadran.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.local.LaunchFailure;
import fr.cadran.local.http.Http;
import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.Ports;
import fr.cadran.local.installation.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Makes the running server's realm {@code cadran} what the files in {@code deploy/keycloak} say.
 * The realm carries a fingerprint of what it was made from; when the files, a password or a key
 * have changed since, it is replaced. Nothing is lost by that: all it holds comes from the files
 * and from the clients that the installation remembers, and accounts keep their ids.
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

  private final Installation installation;
  private final Secrets secrets;
  private final EditorKeys keys;
  private final AdministrationApi server;

  public Realm(Installation installation, Ports ports, Secrets secrets) {
    this.installation = installation;
    this.secrets = secrets;
    this.keys = new EditorKeys(installation);
    this.server = new AdministrationApi(installation, ports, secrets);
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
    Http.Answer current = server.call("GET", "/" + NAME, null);
    if (current.ok()) {
      JsonNode attributes = server.read(current).path("attributes");
      if (attributes.path(FINGERPRINT).asText().equals(fingerprint)) {
        return;
      }
      tell.accept("replacing the realm, its files have changed");
      server.ask("DELETE", "/" + NAME, null, "give up the old realm");
    } else if (current.status() != 404) {
      server.expect(current, "show its realm");
    }
    EditorClients.addTo(wanted, installation);
    server.ask("POST", "", wanted, "take the realm");
    tell.accept("realm applied from deploy/keycloak");
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
