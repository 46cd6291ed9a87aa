package fr.cadran.kit.access;

import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets a call in when its token holds the scope that the method asks for; denies on doubt. */
@Singleton
public class AccessFilter {
  private final CurrentIdentityAssociation identities;
  private final CurrentCaller currentCaller;

  AccessFilter(CurrentIdentityAssociation identities, CurrentCaller currentCaller) {
    this.identities = identities;
    this.currentCaller = currentCaller;
  }

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public Uni<@Nullable Response> admit(ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(PublicAccess.class)) {
      return Uni.createFrom().nullItem();
    }
    RequiresScope required = method.getAnnotation(RequiresScope.class);
    return identities
        .getDeferredIdentity()
        .map(identity -> {
          Caller caller = read(identity);
          if (required == null || !caller.hasScope(required.value())) {
            throw ProblemException.of(KitProblem.FORBIDDEN);
          }
          currentCaller.set(caller);
          return null;
        });
  }

  private static Caller read(SecurityIdentity identity) {
    if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
      throw ProblemException.of(KitProblem.UNAUTHENTICATED);
    }
    return TokenCallers.read(token, identity.getRoles());
  }
}
