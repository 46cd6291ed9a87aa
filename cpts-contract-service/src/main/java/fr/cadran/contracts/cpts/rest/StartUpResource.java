package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.application.GiveStartUpGrant;
import fr.cadran.contracts.cpts.application.GrantView;
import fr.cadran.contracts.cpts.application.ListStartUpGrants;
import fr.cadran.contracts.cpts.application.NamePartners;
import fr.cadran.contracts.cpts.application.PartnerList;
import fr.cadran.contracts.cpts.application.ReadPartners;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
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

/** What a CPTS starts with: money of the ARS, and partners. */
@Path("/v1/cpts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cpts", description = "Registre et vie des CPTS. — Register and life of the CPTS.")
@RunOnVirtualThread
public class StartUpResource {
  private static final String GRANT =
      "{\"kind\": \"ACTION_PRECOCE\", \"amount\": 8000.00, \"grantedOn\": \"2026-01-15\"}";
  private static final String PARTNERS =
      """
      {"partners": [{"role": "HOSPITAL", "name": "Centre hospitalier de Saint-Denis"}]}
      """;

  private final GiveStartUpGrant giveStartUpGrant;
  private final ListStartUpGrants listStartUpGrants;
  private final NamePartners namePartners;
  private final ReadPartners readPartners;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  StartUpResource(
      GiveStartUpGrant giveStartUpGrant,
      ListStartUpGrants listStartUpGrants,
      NamePartners namePartners,
      ReadPartners readPartners,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.giveStartUpGrant = giveStartUpGrant;
    this.listStartUpGrants = listStartUpGrants;
    this.namePartners = namePartners;
    this.readPartners = readPartners;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/start-up-grants")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("cpts:write")
  @Operation(
      operationId = "giveStartUpGrant",
      summary = "Accorder une aide de démarrage — Give start-up money",
      description =
          """
          L'ARS du siège : écriture du projet de santé et temps de coordination sous plafond, action précoce \
          contre l'engagement de signer l'ACI. `Idempotency-Key` est obligatoire. — The ARS of the seat: \
          writing the projet de santé and coordination time under a ceiling, action précoce against the \
          commitment to sign the ACI. `Idempotency-Key` is needed.\
          """)
  @TakesIdempotencyKey(required = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StartUpGrantRequest.class),
              examples = @ExampleObject(name = "aide", value = GRANT)))
  @APIResponse(
      responseCode = "201",
      description = "Accordée. — Given.",
      content = @Content(schema = @Schema(implementation = StartUpGrantResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`GRANT_GIVEN_BEFORE`")
  @APIResponse(responseCode = "422", description = "`GRANT_ABOVE_CEILING`, `INVALID`")
  public Response giveStartUpGrant(
      @Parameter(example = "5ecad2a0-0000-4000-8000-000000000093") @PathParam("id") UUID id,
      @Valid @NotNull StartUpGrantRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    if (headers.getHeaderString(Idempotency.HEADER) == null) {
      throw ProblemException.of(KitProblem.IDEMPOTENCY_KEY_INVALID);
    }
    return idempotency.once(
        headers,
        who,
        "POST /v1/cpts/" + id + "/start-up-grants",
        request,
        () -> {
          GrantView given =
              giveStartUpGrant.give(who, id, request.kind(), request.amount(), request.grantedOn());
          return Response.status(Response.Status.CREATED)
              .entity(StartUpGrantResponse.of(given))
              .build();
        });
  }

  @GET
  @Path("/start-up-grants")
  @RequiresScope("cpts:read")
  @Operation(
      operationId = "listStartUpGrants",
      summary = "Lister les aides de démarrage — List start-up money",
      description =
          "Toutes les aides, de la plus ancienne à la plus récente, avec leur état d'aujourd'hui. —"
              + " Every grant, the oldest first, as it stands today.")
  @APIResponse(
      responseCode = "200",
      description = "Aides. — Grants.",
      content = @Content(schema = @Schema(implementation = StartUpGrantResponse.Listed.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public StartUpGrantResponse.Listed listStartUpGrants(
      @Parameter(example = "5ecad2a0-0000-4000-8000-000000000093") @PathParam("id") UUID id) {
    return new StartUpGrantResponse.Listed(
        listStartUpGrants.list(caller.get(), id).stream().map(StartUpGrantResponse::of).toList(),
        null);
  }

  @GET
  @Path("/partners")
  @RequiresScope("cpts:read")
  @Operation(
      operationId = "getPartners",
      summary = "Lire les partenaires — Read the partners",
      description =
          "Les organisations autour de la CPTS, avec leur rôle. — The organisations beside the CPTS,"
              + " with their roles.")
  @APIResponse(
      responseCode = "200",
      description = "Partenaires. — Partners.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = PartnersResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangés. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getPartners(
      @Parameter(example = "5ecad2a0-0000-4000-8000-000000000093") @PathParam("id") UUID id,
      @Context Request request) {
    PartnerList list = readPartners.read(caller.get(), id);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag(list));
    return unchanged != null
        ? unchanged.build()
        : Response.ok(PartnersResponse.of(list)).tag(tag(list)).build();
  }

  @PUT
  @Path("/partners")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("cpts:partners")
  @Operation(
      operationId = "namePartners",
      summary = "Nommer les partenaires — Name the partners",
      description =
          "Remplace toute la liste ; `If-Match` dès qu'elle a été écrite une fois. — Replaces the"
              + " whole list; `If-Match` once it was written.")
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PartnersRequest.class),
              examples = @ExampleObject(name = "partenaires", value = PARTNERS)))
  @APIResponse(
      responseCode = "200",
      description = "Nommés. — Named.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = PartnersResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé. — Every refused field.")
  public Response namePartners(
      @Parameter(example = "5ecad2a0-0000-4000-8000-000000000093") @PathParam("id") UUID id,
      @NotNull PartnersRequest request,
      @Context HttpHeaders headers) {
    PartnerList named =
        namePartners.name(
            caller.get(),
            id,
            request.named(),
            current -> {
              if (current == null) {
                EntityTags.checkIfMatch(headers, EntityTags.of(0));
              } else {
                EntityTags.requireIfMatch(headers, tag(current));
              }
            });
    return Response.ok(PartnersResponse.of(named)).tag(tag(named)).build();
  }

  private static EntityTag tag(PartnerList list) {
    return EntityTags.of(list.revision());
  }
}
