package fr.cadran.testing.token;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An access token before it is signed. Each method gives a changed copy, so that a test can take a
 * good token and spoil one thing: expiry, issuer, audience, key, a scope.
 */
public final class Token {

  private static final Duration LIFE = Duration.ofMinutes(5);

  private final String subject;
  private final String username;
  private final String clientId;
  private final Set<String> roles;
  private final Set<String> scopes;
  private final Map<String, Object> claims;
  private final String issuer;
  private final String audience;
  private final Duration age;
  private final PrivateKey key;

  Token(String subject, String username, String clientId, Set<String> roles, Set<String> scopes) {
    this(
        subject,
        username,
        clientId,
        roles,
        scopes,
        Map.of(),
        Tokens.ISSUER,
        Tokens.AUDIENCE,
        Duration.ZERO,
        Tokens.privateKey());
  }

  private Token(
      String subject,
      String username,
      String clientId,
      Set<String> roles,
      Set<String> scopes,
      Map<String, Object> claims,
      String issuer,
      String audience,
      Duration age,
      PrivateKey key) {
    this.subject = subject;
    this.username = username;
    this.clientId = clientId;
    this.roles = roles;
    this.scopes = scopes;
    this.claims = claims;
    this.issuer = issuer;
    this.audience = audience;
    this.age = age;
    this.key = key;
  }

  /** The claim {@code sub}: the same for the same account in every token. */
  public String subject() {
    return subject;
  }

  /** The claim {@code azp}. */
  public String clientId() {
    return clientId;
  }

  /** Issued so long ago that it expired an hour ago, beyond every tolerated clock skew. */
  public Token expired() {
    return with(scopes, claims, issuer, audience, LIFE.plusHours(1), key);
  }

  /** Without one of the scopes of its role. */
  public Token withoutScope(String scope) {
    Set<String> fewer = new TreeSet<>(scopes);
    if (!fewer.remove(scope)) {
      throw new IllegalArgumentException("the token has no scope " + scope + " to lose");
    }
    return with(fewer, claims, issuer, audience, age, key);
  }

  /** With a scope that its role does not give. */
  public Token withScope(String scope) {
    Set<String> more = new TreeSet<>(scopes);
    more.add(scope);
    return with(more, claims, issuer, audience, age, key);
  }

  /** With one claim more, or replaced. */
  public Token withClaim(String name, Object value) {
    Map<String, Object> more = new HashMap<>(claims);
    more.put(name, value);
    return with(scopes, more, issuer, audience, age, key);
  }

  /** From another identity server, signed by the right key. */
  public Token foreignIssuer() {
    return with(scopes, claims, "https://elsewhere.test/realms/cadran", audience, age, key);
  }

  /** Meant for another API of the same identity server. */
  public Token wrongAudience() {
    return with(scopes, claims, issuer, "another-api", age, key);
  }

  /** Signed by a key that nobody published. */
  public Token wrongKey() {
    return with(scopes, claims, issuer, audience, age, Tokens.newKeyPair().getPrivate());
  }

  /** The signed token in compact form, valid for five minutes from now. */
  public String jwt() {
    Instant issuedAt = Instant.now().minus(age);
    JwtClaimsBuilder builder =
        Jwt.claims()
            .issuer(issuer)
            .audience(audience)
            .subject(subject)
            .issuedAt(issuedAt)
            .expiresAt(issuedAt.plus(LIFE))
            .claim("jti", UUID.randomUUID().toString())
            .claim("typ", "Bearer")
            .claim("azp", clientId)
            .claim("realm_access", Map.of("roles", List.copyOf(roles)))
            .claim("scope", String.join(" ", scopes))
            .claim("preferred_username", username);
    claims.forEach(builder::claim);
    return builder.jws().keyId("test").sign(key);
  }

  /** The value of the Authorization header. */
  public String bearer() {
    return "Bearer " + jwt();
  }

  private Token with(
      Set<String> scopes,
      Map<String, Object> claims,
      String issuer,
      String audience,
      Duration age,
      PrivateKey key) {
    return new Token(
        subject, username, clientId, roles, scopes, claims, issuer, audience, age, key);
  }
}
