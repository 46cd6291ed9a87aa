package fr.cadran.kit.audit;

import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.access.Role;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The audit of this service, for auditors. The path names the service, so that one door leads to
 * every chain; each service answers for its own.
 */
@Path("/v1/audit-entries/{service}")
@Tag(name = "audit", description = "Journal d'audit. — Audit.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@IfBuildProperty(name = AuditLog.SWITCH, stringValue = "true", enableIfMissing = true)
public class AuditEntryResource {
  private final JdbcAuditEntries entries;
  private final CurrentCaller caller;
  private final String service;

  AuditEntryResource(
      JdbcAuditEntries entries,
      CurrentCaller caller,
      @ConfigProperty(name = "cadran.service") String service) {
    this.entries = entries;
    this.caller = caller;
    this.service = service;
  }

  @GET
  @RequiresScope("audit:read")
  @Operation(
      operationId = "listAuditEntries",
      summary = "Journal d'audit d'un service — Audit of a service",
      description =
          "Qui a fait quoi, quand, d'où et avec quelle issue, du plus récent au plus ancien ; réservé"
              + " à l'auditeur. Les services sont `centres`, `indicators` et `contracts`. Une lecture"
              + " du journal y est elle-même inscrite. — Who did what, when, from where and with"
              + " which outcome, newest first; for auditors only. The services are `centres`,"
              + " `indicators` and `contracts`. Reading the audit is on record as well.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      content = @Content(schema = @Schema(implementation = AuditEntriesResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response listAuditEntries(
      @Parameter(example = "contracts") @PathParam("service") String of,
      @Parameter(
              description = "Identifiant du compte. — Account id.",
              example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90")
          @QueryParam("subject")
          @Nullable String subject,
      @Parameter(description = "Client OAuth. — OAuth client.", example = "cadran-portal")
          @QueryParam("client")
          @Nullable String client,
      @Parameter(
              description = "`operationId` de l'opération. — `operationId` of the operation.",
              example = "getPaymentPack")
          @QueryParam("operation")
          @Nullable String operation,
      @Parameter(
              description =
                  "Premier identifiant du chemin, ou plusieurs séparés par « / ». — First id of the"
                      + " path, or several by slash.",
              example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90")
          @QueryParam("resource")
          @Nullable String resource,
      @Parameter(description = "Issue. — Outcome.", example = "DENIED") @QueryParam("outcome")
          @Nullable AuditOutcome outcome,
      @Parameter(
              description = "À partir de cet instant. — From this instant on.",
              example = "2026-03-01T00:00:00Z")
          @QueryParam("from")
          @Nullable Instant from,
      @Parameter(
              description = "Avant cet instant. — Before this instant.",
              example = "2026-04-01T00:00:00Z")
          @QueryParam("to")
          @Nullable Instant to,
      @BeanParam @Valid Listing listing,
      @Context UriInfo uri) {
    if (!caller.get().has(Role.AUDITOR)) {
      throw ProblemException.of(KitProblem.FORBIDDEN);
    }
    if (!of.equals(service)) {
      throw ProblemException.notFound();
    }
    List<String> after = listing.after(1);
    Page<AuditEntriesResponse.Item> page =
        Page.cut(
                entries.find(
                    new AuditSearch(subject, client, operation, resource, outcome, from, to),
                    after == null ? null : sequence(after.getFirst()),
                    listing.limit() + 1),
                listing.limit(),
                entry -> List.of(String.valueOf(entry.sequence())))
            .map(AuditEntriesResponse.Item::of);
    return Listing.answer(
        page, uri, (items, next) -> new AuditEntriesResponse(items, next, why(items, after)));
  }

  private static AuditEntriesResponse.@Nullable EmptyReason why(
      List<AuditEntriesResponse.Item> items, @Nullable List<String> after) {
    if (!items.isEmpty()) {
      return null;
    }
    return after == null
        ? AuditEntriesResponse.EmptyReason.NO_ENTRY_MATCHES
        : AuditEntriesResponse.EmptyReason.NO_MORE_ENTRIES;
  }

  private static long sequence(String position) {
    try {
      return Long.parseLong(position);
    } catch (NumberFormatException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
  }
}
