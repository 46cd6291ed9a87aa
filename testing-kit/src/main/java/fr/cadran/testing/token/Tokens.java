package fr.cadran.testing.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Access tokens of every role, as the Keycloak realm {@code cadran} would issue them: same claims,
 * same scopes by role, but signed by a key of this test JVM, whose public half {@code
 * CadranTestResource} gives to the service under test.
 *
 * <pre>{@code
 * given().auth().oauth2(Tokens.arsAgent("departement:93").jwt())
 * given().auth().oauth2(Tokens.editor("editor-demo").withoutScope("quarterly-data:write").jwt())
 * }</pre>
 */
public final class Tokens {

  /** The issuer that services under test accept. */
  public static final String ISSUER = "https://identity.test/realms/cadran";

  /** The audience of every access token of the platform. */
  public static final String AUDIENCE = "cadran-api";

  private static final String PORTAL_CLIENT = "cadran-portal";
  private static final String PRIVATE_KEY = "cadran.testing.token.private-key";
  private static final String PUBLIC_KEY = "cadran.testing.token.public-key";

  private static final Set<String> ALL_ROLES =
      Set.of("centres:read", "gains:calculate", "funding-tables:read", "contracts:simulate");

  private static final Map<String, Set<String>> SCOPES =
      Map.of(
          "ars-agent",
              Set.of(
                  "centres:write",
                  "mandats:read",
                  "quarterly-data:read",
                  "indicators:read",
                  "cpts:read",
                  "cpts:write",
                  "cpts:territory",
                  "cpts:stage",
                  "contracts:read",
                  "contracts:negotiate",
                  "contracts:sign",
                  "dialogues:sign",
                  "cpts:partners",
                  "programmes:read",
                  "programmes:write",
                  "quarterly-data:validate",
                  "quarters:write",
                  "coordination:read"),
          "cpam-agent",
              Set.of(
                  "indicators:read",
                  "cpts:read",
                  "contracts:read",
                  "contracts:negotiate",
                  "contracts:sign",
                  "dialogues:sign",
                  "coordination:read"),
          "centre-manager",
              Set.of(
                  "mandats:read",
                  "mandats:write",
                  "quarterly-data:read",
                  "quarterly-data:write",
                  "indicators:read",
                  "programmes:read",
                  "coordination:read",
                  "coordination:write"),
          "cpts-coordinator",
              Set.of(
                  "cpts:read",
                  "cpts:territory",
                  "cpts:stage",
                  "cpts:partners",
                  "indicators:read",
                  "contracts:read",
                  "contracts:negotiate",
                  "contracts:sign",
                  "dialogues:sign"),
          "editor",
              Set.of(
                  "mandats:read",
                  "quarterly-data:read",
                  "quarterly-data:write",
                  "indicators:read",
                  "appointments:write"),
          "auditor",
              Set.of(
                  "mandats:read",
                  "quarterly-data:read",
                  "indicators:read",
                  "cpts:read",
                  "contracts:read",
                  "audit:read",
                  "programmes:read",
                  "coordination:read"),
          "administrator",
              Set.of(
                  "cpts:read",
                  "funding-tables:write",
                  "payments:run",
                  "indicators:recompute",
                  "quarters:write",
                  "coordination-amounts:write"));

  private Tokens() {}

  /**
   * An agent of an ARS.
   *
   * @param territories {@code region:11} or {@code departement:93}
   */
  public static Token arsAgent(String... territories) {
    return person("ars-agent", "ars-" + String.join("-", territories))
        .withClaim("territories", List.of(territories));
  }

  /** An agent of a CPAM; {@code caisse} is its number, e.g. {@code 931}. */
  public static Token cpamAgent(String caisse) {
    return person("cpam-agent", "cpam-" + caisse).withClaim("caisse", List.of(caisse));
  }

  /** Who runs the centres of these FINESS numbers. */
  public static Token centreManager(String... finess) {
    return person("centre-manager", "centre-" + String.join("-", finess))
        .withClaim("centres", List.of(finess));
  }

  /** Who coordinates the CPTS of these ids. */
  public static Token cptsCoordinator(String... cpts) {
    return person("cpts-coordinator", "cpts-" + String.join("-", cpts))
        .withClaim("cpts", List.of(cpts));
  }

  /** A software editor acting by client credentials; what it may do for a centre, mandats say. */
  public static Token editor(String clientId) {
    return account("editor", "service-account-" + clientId, clientId)
        .withClaim("client_id", clientId);
  }

  /** Reads everything, writes nothing. */
  public static Token auditor() {
    return person("auditor", "auditor");
  }

  /** A caller who sees every row and holds exactly these scopes, none for the empty set. */
  public static Token granting(Set<String> scopes) {
    Token token = auditor();
    for (String scope : scopesOf("auditor")) {
      token = token.withoutScope(scope);
    }
    for (String scope : scopes) {
      token = token.withScope(scope);
    }
    return token;
  }

  /** Keeps the reference data. */
  public static Token administrator() {
    return person("administrator", "admin");
  }

  /** Base64 of the X.509 form of the public key, as {@code quarkus.oidc.public-key} takes it. */
  public static String publicKey() {
    ensureKeys();
    return System.getProperty(PUBLIC_KEY);
  }

  /** The scopes that the realm grants to a role. */
  public static Set<String> scopesOf(String role) {
    Set<String> own = SCOPES.get(role);
    if (own == null) {
      throw new IllegalArgumentException("no such role: " + role);
    }
    Set<String> scopes = new TreeSet<>(ALL_ROLES);
    scopes.addAll(own);
    return scopes;
  }

  static PrivateKey privateKey() {
    ensureKeys();
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(
              new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK does not know its own RSA key", e);
    }
  }

  static KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no RSA", e);
    }
  }

  private static Token person(String role, String username) {
    return account(role, username, PORTAL_CLIENT);
  }

  private static Token account(String role, String username, String clientId) {
    String subject = UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString();
    return new Token(subject, username, clientId, Set.of(role), scopesOf(role));
  }

  private static void ensureKeys() {
    // Quarkus loads this class once per class loader; test and application must agree on one key.
    synchronized (Runtime.getRuntime()) {
      if (System.getProperty(PUBLIC_KEY) == null) {
        KeyPair pair = newKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        System.setProperty(PRIVATE_KEY, base64.encodeToString(pair.getPrivate().getEncoded()));
        System.setProperty(PUBLIC_KEY, base64.encodeToString(pair.getPublic().getEncoded()));
      }
    }
  }
}
