package fr.cadran.centres.mandat.rest;

import fr.cadran.centres.mandat.application.ListReachedMandats;
import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Mandats across centres. */
@Path("/v1/mandats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mandats")
@RunOnVirtualThread
public class ReachedMandatResource {
  private final ListReachedMandats listReachedMandats;
  private final CurrentCaller caller;
  private final Clock clock;

  ReachedMandatResource(ListReachedMandats listReachedMandats, CurrentCaller caller, Clock clock) {
    this.listReachedMandats = listReachedMandats;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RequiresScope("mandats:read")
  @Operation(
      operationId = "listReachedMandats",
      summary = "Mandats de tous les centres — Mandats across centres",
      description =
          "Un éditeur y trouve ses mandats, chez les centres qui lui font confiance aujourd'hui ;"
              + " un gestionnaire, une ARS, un auditeur, ceux des centres de leur périmètre. — An"
              + " editor finds its own mandats, at the centres that trust it today; a manager, an"
              + " ARS, an auditor those of the centres in their scope.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = MandatsResponse.class)))
  public Response listReachedMandats(
      @Valid @BeanParam MandatQuery query,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<Mandat> page =
        listReachedMandats.list(caller.get(), query.filter(), listing.after(1), listing.limit());
    Instant now = clock.instant();
    return Listing.answer(
        page.map(mandat -> MandatResponse.of(mandat, now)), uri, MandatsResponse::new);
  }
}
