package fr.cadran.kit.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.Set;

/** The framework's check of bearer tokens, not repeated for a token that passed it a moment ago. */
@Alternative
@Priority(1)
@ApplicationScoped
public class RememberingAuthentication implements HttpAuthenticationMechanism {
  private final OidcAuthenticationMechanism checking;
  private final CheckedTokens checked;

  RememberingAuthentication(OidcAuthenticationMechanism checking, CheckedTokens checked) {
    this.checking = checking;
    this.checked = checked;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext call, IdentityProviderManager identities) {
    String authorization = call.request().getHeader(HttpHeaderNames.AUTHORIZATION);
    if (authorization == null) {
      return checking.authenticate(call, identities);
    }
    Optional<SecurityIdentity> known = checked.find(authorization);
    return known.isPresent()
        ? Uni.createFrom().item(known.get())
        : checking
            .authenticate(call, identities)
            .invoke(identity -> {
              if (identity != null && !identity.isAnonymous()) {
                checked.keep(authorization, identity);
              }
            });
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext call) {
    return checking.getChallenge(call);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return checking.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext call) {
    return checking.getCredentialTransport(call);
  }

  @Override
  public int getPriority() {
    return checking.getPriority();
  }
}
