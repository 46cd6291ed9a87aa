package fr.cadran.centres.programme.rest;

import fr.cadran.centres.programme.application.DateParticipation;
import fr.cadran.centres.programme.application.JoinProgramme;
import fr.cadran.centres.programme.application.LiftOverrule;
import fr.cadran.centres.programme.application.ListParticipations;
import fr.cadran.centres.programme.application.OverruleResult;
import fr.cadran.centres.programme.application.ParticipationView;
import fr.cadran.centres.programme.application.ReadParticipation;
import fr.cadran.centres.programme.application.RetainLeviers;
import fr.cadran.centres.programme.domain.LevierCode;
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
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.type.Finess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.LocalDate;
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

/** The cohort of a programme. */
@Path("/v1/programmes/{id}/centres")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
@RunOnVirtualThread
public class ParticipationResource {
  private static final String JOIN =
      """
      {"finess": "930012345", "anonymousNumber": 1, "joinedOn": "2013-01-01"}\
      """;
  private static final String DATES =
      """
      {"joinedOn": "2013-01-01", "leftOn": "2014-06-30"}\
      """;
  private static final String LEVIERS =
      """
      {"leviers": [{"levier": "NON_VENUE", "status": "ACTIVATED", "validatedOn": "2013-01-15", \
      "activatedOn": "2013-03-01"}, \
      {"levier": "CODAGE", "status": "VALIDATED", "validatedOn": "2013-01-15"}]}\
      """;
  private static final String OVERRULE =
      """
      {"positive": true, "reason": "Travaux au trimestre de référence"}\
      """;

  private final JoinProgramme joinProgramme;
  private final DateParticipation dateParticipation;
  private final RetainLeviers retainLeviers;
  private final OverruleResult overruleResult;
  private final LiftOverrule liftOverrule;
  private final ReadParticipation readParticipation;
  private final ListParticipations listParticipations;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  ParticipationResource(
      JoinProgramme joinProgramme,
      DateParticipation dateParticipation,
      RetainLeviers retainLeviers,
      OverruleResult overruleResult,
      LiftOverrule liftOverrule,
      ReadParticipation readParticipation,
      ListParticipations listParticipations,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.joinProgramme = joinProgramme;
    this.dateParticipation = dateParticipation;
    this.retainLeviers = retainLeviers;
    this.overruleResult = overruleResult;
    this.liftOverrule = liftOverrule;
    this.readParticipation = readParticipation;
    this.listParticipations = listParticipations;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("programmes:write")
  @Operation(
      operationId = "joinProgramme",
      summary = "Faire entrer un centre — Take a centre in",
      description =
          "Le numéro anonyme est unique dans le programme et ne sert qu'une fois, même après un"
              + " départ. — The anonymous number is unique in the programme and used once, even"
              + " after a departure.")
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JoinRequest.class),
              examples = @ExampleObject(name = "example", value = JOIN)))
  @APIResponse(
      responseCode = "201",
      description = "La participation. — The participation.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = ParticipationResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`ALREADY_TAKES_PART`, `ANONYMOUS_NUMBER_TAKEN`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response joinProgramme(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @NotNull JoinRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/programmes/" + id + "/centres",
        request,
        () -> {
          ParticipationView joined = joinProgramme.join(who, id, request.toWish());
          URI location =
              URI.create("/v1/programmes/" + id + "/centres/" + joined.participation().centre());
          return answer(Response.created(location), joined);
        });
  }

  @GET
  @RequiresScope("programmes:read")
  @Operation(
      operationId = "listParticipations",
      summary = "Cohorte d'un programme — Cohort of a programme",
      description =
          "Par numéro anonyme. Un participant voit son propre centre et, des autres, le numéro"
              + " seul. — By anonymous number. A participant sees its own centre and, of the"
              + " others, the number alone.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ParticipationsResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response listParticipations(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @QueryParam("on")
          @Parameter(
              description = "Ceux qui participent ce jour. — Those that take part on this day.",
              example = "2013-06-30")
          @Nullable LocalDate on,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<ParticipationView> page =
        listParticipations.list(caller.get(), id, on, listing.after(1), listing.limit());
    return Listing.answer(page.map(ParticipationResponse::of), uri, ParticipationsResponse::new);
  }

  @GET
  @Path("/{finess}")
  @RequiresScope("programmes:read")
  @Operation(
      operationId = "getParticipation",
      summary = "Un centre dans un programme — A centre in a programme",
      description =
          "Pour qui peut lire ce centre ; sinon 404, car la réponse dirait à qui est le numéro. —"
              + " For those who may read the centre; else 404, since the answer would tell whose"
              + " the number is.")
  @APIResponse(
      responseCode = "200",
      description = "La participation. — The participation.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ParticipationResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getParticipation(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @Context Request request) {
    ParticipationView view = readParticipation.read(caller.get(), id, finess);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag(view.version()));
    return unchanged != null ? unchanged.build() : answer(Response.ok(), view);
  }

  @PUT
  @Path("/{finess}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("programmes:write")
  @Operation(
      operationId = "dateParticipation",
      summary = "Dater une participation — Date a participation",
      description =
          "Départ d'un centre, ou correction de ses dates. `If-Match` est obligatoire. — A centre"
              + " leaves, or its dates are corrected. `If-Match` is needed.")
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ParticipationDatesRequest.class),
              examples = @ExampleObject(name = "example", value = DATES)))
  @APIResponse(
      responseCode = "200",
      description = "La participation. — The participation.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ParticipationResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé. — Every refused field.")
  public Response dateParticipation(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @NotNull ParticipationDatesRequest request,
      @Context HttpHeaders headers) {
    return answer(
        Response.ok(),
        dateParticipation.date(
            caller.get(), id, finess, request.joinedOn(), request.leftOn(), needed(headers)));
  }

  @PUT
  @Path("/{finess}/leviers")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("programmes:write")
  @Operation(
      operationId = "retainLeviers",
      summary = "Leviers retenus par un centre — Leviers that a centre retained",
      description =
          "Toute la liste en un appel. Non retenu → validé → activé ; un levier validé peut être"
              + " retiré, un levier activé le reste (409). `If-Match` est obligatoire. — The whole"
              + " list in one call. Not retained → validated → activated; a validated levier may"
              + " be withdrawn, an activated one stays (409). `If-Match` is needed.")
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = LevierStatusesRequest.class),
              examples = @ExampleObject(name = "example", value = LEVIERS)))
  @APIResponse(
      responseCode = "200",
      description = "La participation. — The participation.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ParticipationResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`LEVIER_MOVE_ILLEGAL`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé. — Every refused field.")
  public Response retainLeviers(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @NotNull LevierStatusesRequest request,
      @Context HttpHeaders headers) {
    return answer(
        Response.ok(),
        retainLeviers.retain(caller.get(), id, finess, request.toWishes(), needed(headers)));
  }

  @PUT
  @Path("/{finess}/leviers/{levier}/overrule")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("programmes:write")
  @Operation(
      operationId = "overruleResult",
      summary = "Contredire un résultat — Overrule a result",
      description =
          "Le jugement de l'ARS, motivé, remplace celui de l'indicateur d'un levier activé."
              + " `If-Match` est obligatoire. — The judgement of the ARS, with its reason, stands"
              + " for that of the indicator of an activated levier. `If-Match` is needed.")
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OverruleRequest.class),
              examples = @ExampleObject(name = "example", value = OVERRULE)))
  @APIResponse(
      responseCode = "200",
      description = "La participation. — The participation.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ParticipationResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`LEVIER_MOVE_ILLEGAL`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé. — Every refused field.")
  public Response overruleResult(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("levier") @Parameter(example = "NON_VENUE") LevierCode levier,
      @NotNull OverruleRequest request,
      @Context HttpHeaders headers) {
    return answer(
        Response.ok(),
        overruleResult.overrule(
            caller.get(),
            id,
            finess,
            levier,
            request.positive(),
            request.reason(),
            needed(headers)));
  }

  @DELETE
  @Path("/{finess}/leviers/{levier}/overrule")
  @RequiresScope("programmes:write")
  @Operation(
      operationId = "liftOverrule",
      summary = "Rendre la parole à l'indicateur — Let the indicator decide again",
      description =
          "Retire le jugement de l'ARS. `If-Match` est vérifié s'il est envoyé. — Withdraws the"
              + " judgement of the ARS. `If-Match` is checked when it is sent.")
  @TakesIfMatch
  @APIResponse(
      responseCode = "200",
      description = "La participation. — The participation.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ParticipationResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`LEVIER_MOVE_ILLEGAL`")
  public Response liftOverrule(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("levier") @Parameter(example = "NON_VENUE") LevierCode levier,
      @Context HttpHeaders headers) {
    return answer(
        Response.ok(),
        liftOverrule.lift(
            caller.get(),
            id,
            finess,
            levier,
            current -> {
              if (current != null) {
                EntityTags.checkIfMatch(headers, tag(current.version()));
              }
            }));
  }

  private static Precondition<Programme> needed(HttpHeaders headers) {
    return current -> {
      if (current != null) {
        EntityTags.requireIfMatch(headers, tag(current.version()));
      }
    };
  }

  private static EntityTag tag(long version) {
    return EntityTags.of(version);
  }

  private static Response answer(Response.ResponseBuilder builder, ParticipationView view) {
    return builder.tag(tag(view.version())).entity(ParticipationResponse.of(view)).build();
  }
}
