package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.application.EndMembership;
import fr.cadran.centres.coordination.application.ListMemberships;
import fr.cadran.centres.coordination.application.ReadMembership;
import fr.cadran.centres.coordination.application.RegisterMembership;
import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Memberships of the option de coordination. */
@Path("/v1/centres/{finess}/coordination-memberships")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "coordination-option",
    description =
        "Option de coordination : adhésions pseudonymes, échéances, montants. — Option de"
            + " coordination: pseudonymous memberships, due dates, amounts.")
@RunOnVirtualThread
public class MembershipResource {
  private static final String EXAMPLE =
      """
      {"volet": "MEDICAL", "reference": "P7K2-00913", "coordinatingDoctor": "p1", "startedOn": "2014-03-01"}\
      """;

  private static final String END =
      """
      {"endedOn": "2015-02-28"}\
      """;

  private final RegisterMembership registerMembership;
  private final EndMembership endMembership;
  private final ReadMembership readMembership;
  private final ListMemberships listMemberships;
  private final CurrentCaller caller;
  private final Idempotency idempotency;
  private final Clock clock;

  MembershipResource(
      RegisterMembership registerMembership,
      EndMembership endMembership,
      ReadMembership readMembership,
      ListMemberships listMemberships,
      CurrentCaller caller,
      Idempotency idempotency,
      Clock clock) {
    this.registerMembership = registerMembership;
    this.endMembership = endMembership;
    this.readMembership = readMembership;
    this.listMemberships = listMemberships;
    this.caller = caller;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("coordination:write")
  @Operation(
      operationId = "registerMembership",
      summary = "Inscrire une adhésion — Register a membership",
      description =
          "Sans identité : la référence est propre au centre et ne dit rien du patient ; ce qui"
              + " ressemble à un nom, un NIR ou une date de naissance est refusé, sans être répété."
              + " — Without identity: the reference is the centre's own and says nothing of the"
              + " patient; what looks like a name, a NIR or a date of birth is refused and not"
              + " repeated.")
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MembershipRequest.class),
              examples = @ExampleObject(name = "example", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Inscrite. — Registered.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = MembershipResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`MEMBER_ALREADY`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response registerMembership(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @NotNull MembershipRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/centres/" + finess + "/coordination-memberships",
        request,
        () -> {
          Membership membership = registerMembership.register(who, finess, request.toWish());
          URI location =
              URI.create("/v1/centres/" + finess + "/coordination-memberships/" + membership.id());
          return answer(Response.created(location), membership);
        });
  }

  @GET
  @RequiresScope("coordination:read")
  @Operation(
      operationId = "listMemberships",
      summary = "Adhésions et calendrier — Memberships and calendar",
      description =
          "Toutes, ou celles dont un renouvellement tombe entre `dueFrom` et `dueTo`, bornes"
              + " comprises : `dueTo` dans trois mois alerte de ce qui vient. Pour le centre et"
              + " l'auditeur. — All of them, or those of which a renewal falls due between `dueFrom` and `dueTo`, both included: `dueTo` in three"
              + " months alerts to what is coming. For the centre and the auditor.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = MembershipsResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response listMemberships(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @QueryParam("batch")
          @Parameter(
              description =
                  "Celles d'un lot : sa liste d'envoi. — Those of a batch: what was sent.",
              example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90")
          @Nullable UUID batch,
      @QueryParam("dueFrom") @Parameter(example = "2015-01-01") @Nullable LocalDate dueFrom,
      @QueryParam("dueTo") @Parameter(example = "2015-03-31") @Nullable LocalDate dueTo,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<Membership> page =
        listMemberships.list(
            caller.get(), finess, batch, dueFrom, dueTo, listing.after(1), listing.limit());
    LocalDate today = today();
    return Listing.answer(
        page.map(one ->
            MembershipResponse.of(
                one, today, dueTo == null ? List.of() : one.renewals(since(dueFrom), dueTo))),
        uri,
        MembershipsResponse::new);
  }

  @GET
  @Path("/{id}")
  @RequiresScope("coordination:read")
  @Operation(
      operationId = "getMembership",
      summary = "Lire une adhésion — Read a membership",
      description = "Pour le centre et l'auditeur. — For the centre and the auditor.")
  @APIResponse(
      responseCode = "200",
      description = "L'adhésion. — The membership.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = MembershipResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getMembership(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @Context Request request) {
    Membership membership = readMembership.read(caller.get(), finess, id);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag(membership));
    return unchanged != null ? unchanged.build() : answer(Response.ok(), membership);
  }

  @POST
  @Path("/{id}/end")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("coordination:write")
  @Operation(
      operationId = "endMembership",
      summary = "Mettre fin à une adhésion — End a membership",
      description =
          "La seconde moitié de l'année en cours et les renouvellements ne sont plus dus."
              + " `If-Match` est vérifié s'il est envoyé. — The second half of the year under way"
              + " and renewals are due no more. `If-Match` is checked when it is sent.")
  @TakesIfMatch
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MembershipEndRequest.class),
              examples = @ExampleObject(name = "example", value = END)))
  @APIResponse(
      responseCode = "200",
      description = "Finie. — Ended.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = MembershipResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`MEMBERSHIP_ENDED`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response endMembership(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @NotNull MembershipEndRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/centres/" + finess + "/coordination-memberships/" + id + "/end",
        request,
        () ->
            answer(
                Response.ok(),
                endMembership.end(
                    who,
                    finess,
                    id,
                    request.endedOn(),
                    current -> {
                      if (current != null) {
                        EntityTags.checkIfMatch(headers, tag(current));
                      }
                    })));
  }

  private static LocalDate since(@Nullable LocalDate dueFrom) {
    return dueFrom == null ? LocalDate.EPOCH : dueFrom;
  }

  private LocalDate today() {
    return FrenchDay.of(clock.instant());
  }

  private static EntityTag tag(Membership membership) {
    return EntityTags.of(membership.version());
  }

  private Response answer(Response.ResponseBuilder builder, Membership membership) {
    return builder.tag(tag(membership)).entity(MembershipResponse.of(membership, today())).build();
  }
}
