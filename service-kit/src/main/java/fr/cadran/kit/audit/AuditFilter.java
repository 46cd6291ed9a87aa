package fr.cadran.kit.audit;

import fr.cadran.kit.access.Role;
import fr.cadran.kit.audit.AuditLog.Keep;
import fr.cadran.kit.edge.ProblemWriter;
import fr.cadran.kit.http.CallerAddress;
import fr.cadran.kit.http.Correlation;
import fr.cadran.kit.http.RequestIdFilter;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.Problem;
import fr.cadran.kit.problem.ProblemException;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.vertx.VertxResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Puts calls on record: a write before it runs and when it has ended, a read before its answer is
 * given, a refusal before it is told. Without its entry a call is refused (503): deny on doubt.
 */
@Singleton
@IfBuildProperty(name = AuditLog.SWITCH, stringValue = "true", enableIfMissing = true)
public class AuditFilter {
  private static final String ASKED = "cadran.audit.asked";
  private static final String CALL = "cadran.audit.call";
  private static final String PUBLIC_API = "/v1/";
  private static final int AFTER_ALL_CHECKS = Priorities.AUTHORIZATION + 30;
  // Response filters run from the highest number down: the others see what this one answers.
  private static final int FIRST_OF_ANSWER = 1_000_000;
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> VALIDATORS =
      Set.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.LINK, "Idempotent-Replayed");
  private static final Set<String> TABLES =
      Set.of("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final Set<String> ROLES =
      Stream.of(Role.values()).map(Role::token).collect(Collectors.toSet());

  private final AuditLog log;
  private final AnonymousCalls anonymous;
  private final PlainReads plainReads;
  private final CallerAddress addresses;
  private final IdentityProviderManager identities;
  private final ProblemWriter problems;
  private final Correlation correlation;
  private final IdSource ids;
  private final Clock clock;
  private final String service;
  private final Map<Method, AuditedOperation> operations = new ConcurrentHashMap<>();

  AuditFilter(
      AuditLog log,
      AnonymousCalls anonymous,
      PlainReads plainReads,
      CallerAddress addresses,
      IdentityProviderManager identities,
      ProblemWriter problems,
      Correlation correlation,
      IdSource ids,
      Clock clock,
      @ConfigProperty(name = "cadran.service") String service) {
    this.log = log;
    this.anonymous = anonymous;
    this.plainReads = plainReads;
    this.addresses = addresses;
    this.identities = identities;
    this.problems = problems;
    this.correlation = correlation;
    this.ids = ids;
    this.clock = clock;
    this.service = service;
  }

  /** What is asked for; kept aside, because a refusal by a filter forgets it. */
  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public void remember(ResteasyReactiveContainerRequestContext request) {
    var resource = request.getServerRequestContext().getResteasyReactiveResourceInfo();
    if (resource != null) {
      AuditedOperation operation =
          operations.computeIfAbsent(
              resource.getMethod(), method -> AuditedOperation.of(method, plainReads));
      request.setProperty(
          ASKED,
          new Asked(
              operation,
              operation.resource(request.getUriInfo().getPathParameters()),
              Harmless.filters(request.getUriInfo().getQueryParameters())));
    }
  }

  /** A write that passed every check is on record before it runs, so that no crash hides it. */
  @ServerRequestFilter(priority = AFTER_ALL_CHECKS)
  public Uni<Void> attempt(ResteasyReactiveContainerRequestContext request) {
    Asked asked = asked(request);
    if (asked == null || asked.operation().plain() || READING.contains(request.getMethod())) {
      return Uni.createFrom().voidItem();
    }
    UUID call = ids.next();
    request.setProperty(CALL, call);
    return identity(request)
        .chain(identity ->
            log.append(
                entry(request, call, asked, identity, AuditOutcome.ATTEMPTED, null, null),
                Keep.WHILE_AWAITED))
        .onFailure(AuditUnavailableException.class)
        .transform(unavailable ->
            ProblemException.retryable(KitProblem.AUDIT_UNAVAILABLE, RETRY_AFTER_SECONDS));
  }

  /** Whatever is answered is on record first. */
  @ServerResponseFilter(priority = FIRST_OF_ANSWER)
  public Uni<Void> conclude(
      ResteasyReactiveContainerRequestContext request, ContainerResponseContext response) {
    int status = response.getStatus();
    String code = response.getEntity() instanceof Problem problem ? problem.code() : null;
    if (!request.getUriInfo().getPath().startsWith(PUBLIC_API)
        || KitProblem.AUDIT_UNAVAILABLE.name().equals(code)) {
      return Uni.createFrom().voidItem();
    }
    Asked asked = asked(request);
    AuditOutcome outcome = AuditOutcome.of(status);
    boolean plain = asked == null || (asked.operation().plain() && !isExport(response));
    if (plain && outcome != AuditOutcome.DENIED) {
      return Uni.createFrom().voidItem();
    }
    boolean attempted = request.getProperty(CALL) instanceof UUID;
    return identity(request)
        .chain(identity -> {
          AuditEntry entry =
              entry(
                  request,
                  request.getProperty(CALL) instanceof UUID call ? call : ids.next(),
                  asked,
                  identity,
                  outcome,
                  status,
                  code);
          if (identity == null && !anonymous.admit(entry.address())) {
            return Uni.createFrom().voidItem();
          }
          return log.append(entry, attempted ? Keep.ALWAYS : Keep.WHILE_AWAITED)
              .onFailure(AuditUnavailableException.class)
              .recoverWithItem(() -> {
                // A denial of what is open to see anyway, or to nobody known, gives nothing away.
                if (!plain && identity != null) {
                  refuse(request, response);
                }
                return null;
              });
        });
  }

  private void refuse(ContainerRequestContext request, ContainerResponseContext response) {
    ProblemException refusal =
        ProblemException.retryable(KitProblem.AUDIT_UNAVAILABLE, RETRY_AFTER_SECONDS);
    VALIDATORS.forEach(response.getHeaders()::remove);
    response.setStatus(refusal.code().status());
    response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setEntity(
        problems.problem(
            refusal,
            request.getUriInfo().getPath(),
            request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
        new Annotation[0],
        MediaType.valueOf(Problem.MEDIA_TYPE));
  }

  /** Whoever takes a whole list away as a file is on record, also for what is plain to read. */
  private static boolean isExport(ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    return type != null && TABLES.contains(type.getType() + "/" + type.getSubtype());
  }

  private static @Nullable Asked asked(ContainerRequestContext request) {
    return request.getProperty(ASKED) instanceof Asked asked ? asked : null;
  }

  /** An operation with what the call says of its resource. */
  private record Asked(
      AuditedOperation operation, @Nullable String resource, @Nullable String filters) {}

  /** Who calls; a null item for who did not say, or not so that we believe it. */
  private Uni<@Nullable SecurityIdentity> identity(
      ResteasyReactiveContainerRequestContext request) {
    return QuarkusHttpUser.getSecurityIdentity(routing(request), identities)
        .onFailure()
        .recoverWithNull()
        .map(identity -> identity == null || token(identity) == null ? null : identity);
  }

  private static @Nullable JsonWebToken token(SecurityIdentity identity) {
    return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token
        ? token
        : null;
  }

  private AuditEntry entry(
      ResteasyReactiveContainerRequestContext request,
      UUID call,
      @Nullable Asked asked,
      @Nullable SecurityIdentity identity,
      AuditOutcome outcome,
      @Nullable Integer status,
      @Nullable String code) {
    JsonWebToken token = identity == null ? null : token(identity);
    RoutingContext routing = routing(request);
    SocketAddress peer = routing.request().remoteAddress();
    return new AuditEntry(
        call,
        clock.instant(),
        service,
        outcome,
        token == null ? null : Harmless.id(token.getSubject()),
        token == null ? null : Harmless.id(client(token)),
        identity == null ? "" : roles(identity),
        addresses.of(
            peer == null ? null : peer.hostAddress(),
            all(routing, CallerAddress.FORWARDED),
            all(routing, CallerAddress.FORWARDED_FOR)),
        requestId(request),
        asked == null ? null : asked.operation().id(),
        Harmless.orQuestionMark(request.getMethod()),
        asked == null ? null : asked.operation().route(),
        asked == null ? null : asked.resource(),
        asked == null ? null : asked.filters(),
        status,
        code,
        1);
  }

  private static @Nullable String client(JsonWebToken token) {
    String party = token.getClaim("azp");
    return party == null ? token.getClaim("client_id") : party;
  }

  private static String roles(SecurityIdentity identity) {
    return identity.getRoles().stream()
        .filter(ROLES::contains)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private String requestId(ContainerRequestContext request) {
    if (request.getProperty(RequestIdFilter.KEY) instanceof String known) {
      return known;
    }
    // Refused before the filter that gives ids: the answer must carry what the entry says.
    String id = correlation.requestId(request.getHeaderString(Correlation.REQUEST_ID));
    request.setProperty(RequestIdFilter.KEY, id);
    return id;
  }

  private static @Nullable String all(RoutingContext routing, String header) {
    List<String> values = routing.request().headers().getAll(header);
    return values.isEmpty() ? null : String.join(",", values);
  }

  private static RoutingContext routing(ResteasyReactiveContainerRequestContext request) {
    return ((VertxResteasyReactiveRequestContext) request.getServerRequestContext()).getContext();
  }
}
