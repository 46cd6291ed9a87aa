package fr.cadran.centres.programme.rest;

import fr.cadran.centres.programme.application.CountStatuses;
import fr.cadran.centres.programme.application.CreateProgramme;
import fr.cadran.centres.programme.application.ListProgrammes;
import fr.cadran.centres.programme.application.ReadProgramme;
import fr.cadran.centres.programme.application.ReviseProgramme;
import fr.cadran.centres.programme.domain.Programme;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** The programmes d'accompagnement. */
@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
    name = "programmes",
    description =
        "Programmes d'accompagnement : cohortes, numéros anonymes, leviers. — Support programmes:"
            + " cohorts, anonymous numbers, leviers.")
@RunOnVirtualThread
public class ProgrammeResource {
  private static final String EXAMPLE =
      """
      {"name": "ARS IdF 2013", "region": "11", "leviers": ["NON_VENUE", "CODAGE"], \
      "baselineQuarter": "2012-Q4", "startsOn": "2013-01-01", "endsOn": "2015-12-31", \
      "fictional": false}\
      """;

  private final CreateProgramme createProgramme;
  private final ReviseProgramme reviseProgramme;
  private final ReadProgramme readProgramme;
  private final ListProgrammes listProgrammes;
  private final CountStatuses countStatuses;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  ProgrammeResource(
      CreateProgramme createProgramme,
      ReviseProgramme reviseProgramme,
      ReadProgramme readProgramme,
      ListProgrammes listProgrammes,
      CountStatuses countStatuses,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.createProgramme = createProgramme;
    this.reviseProgramme = reviseProgramme;
    this.readProgramme = readProgramme;
    this.listProgrammes = listProgrammes;
    this.countStatuses = countStatuses;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  @RequiresScope("programmes:write")
  @Operation(
      operationId = "createProgramme",
      summary = "Créer un programme — Create a programme",
      description =
          "Un agent de l'ARS de la région ; un agent d'une délégation territoriale lit, il ne crée"
              + " pas. — An agent of the ARS of the région; one of a délégation territoriale reads"
              + " and does not create.")
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProgrammeRequest.class),
              examples = @ExampleObject(name = "programme", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Créé. — Created.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
  @APIResponse(responseCode = "409", description = "`PROGRAMME_EXISTS`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response createProgramme(@NotNull ProgrammeRequest request, @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/programmes",
        request,
        () -> {
          Programme programme = createProgramme.create(who, request.toWish());
          return answer(
              Response.created(URI.create("/v1/programmes/" + programme.id())), programme);
        });
  }

  @GET
  @RequiresScope("programmes:read")
  @Operation(
      operationId = "listProgrammes",
      summary = "Lister les programmes — List programmes",
      description =
          "Ceux de sa région ou auxquels participe un centre de son périmètre, du plus ancien au"
              + " plus récent. — Those of one's région, or in which a centre of one's scope takes"
              + " part, the oldest first.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ProgrammesResponse.class)))
  public Response listProgrammes(
      @QueryParam("region")
          @Parameter(description = "Code INSEE. — INSEE code.", example = "11")
          @Pattern(regexp = "[0-9]{2}") @Nullable String region,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<Programme> page =
        listProgrammes.list(caller.get(), region, listing.after(1), listing.limit());
    return Listing.answer(page.map(ProgrammeResponse::of), uri, ProgrammesResponse::new);
  }

  @GET
  @Path("/{id}")
  @RequiresScope("programmes:read")
  @Operation(
      operationId = "getProgramme",
      summary = "Lire un programme — Read a programme",
      description =
          "L'ETag suit aussi la cohorte et les leviers. — The ETag follows the cohort and leviers"
              + " as well.")
  @APIResponse(
      responseCode = "200",
      description = "Le programme. — The programme.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getProgramme(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @Context Request request) {
    Programme programme = readProgramme.read(caller.get(), id);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag(programme));
    return unchanged != null ? unchanged.build() : answer(Response.ok(), programme);
  }

  @PUT
  @Path("/{id}")
  @RequiresScope("programmes:write")
  @Operation(
      operationId = "reviseProgramme",
      summary = "Réviser un programme — Revise a programme",
      description =
          "La cohorte reste ; un levier retenu par un centre ne peut pas disparaître. `If-Match`"
              + " est obligatoire. — The cohort stays; a levier that a centre retained cannot"
              + " vanish. `If-Match` is needed.")
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProgrammeRequest.class),
              examples = @ExampleObject(name = "programme", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Révisé. — Revised.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`PROGRAMME_EXISTS`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé. — Every refused field.")
  public Response reviseProgramme(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @NotNull ProgrammeRequest request,
      @Context HttpHeaders headers) {
    Programme revised =
        reviseProgramme.revise(
            caller.get(),
            id,
            request.toWish(),
            current -> {
              if (current != null) {
                EntityTags.requireIfMatch(headers, tag(current));
              }
            });
    return answer(Response.ok(), revised);
  }

  @GET
  @Path("/{id}/leviers")
  @RequiresScope("programmes:read")
  @Operation(
      operationId = "listLevierStatuses",
      summary = "Leviers d'un programme — Leviers of a programme",
      description =
          "Pour chaque levier suivi, les numéros anonymes des centres qui l'ont validé ou activé. —"
              + " For each levier followed, the anonymous numbers of the centres that validated or"
              + " activated it.")
  @APIResponse(
      responseCode = "200",
      description = "Les leviers, dans l'ordre du programme. — In the order of the programme.",
      content = @Content(schema = @Schema(implementation = LevierStatusesResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public LevierStatusesResponse listLevierStatuses(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id) {
    return LevierStatusesResponse.of(countStatuses.count(caller.get(), id));
  }

  static EntityTag tag(Programme programme) {
    return EntityTags.of(programme.version());
  }

  private static Response answer(Response.ResponseBuilder builder, Programme programme) {
    return builder.tag(tag(programme)).entity(ProgrammeResponse.of(programme)).build();
  }
}
