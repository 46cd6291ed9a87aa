package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.application.ReadCommitments;
import fr.cadran.centres.coordination.application.TellCommitments;
import fr.cadran.centres.coordination.domain.CommitmentChecklist;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.type.Finess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
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

/** Commitments of a centre that chose the option, year by year. */
@Path("/v1/centres/{finess}/coordination-commitments/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coordination-option")
@RunOnVirtualThread
public class CommitmentResource {
  private static final String EXAMPLE =
      """
      {"items": [{"commitment": "NURSING_MONTHLY_MEETING", "state": "UNDER_WAY"},
                 {"commitment": "NURSING_ACTIVITY_REPORT", "state": "DONE", "doneOn": "2015-03-10",
                  "link": "https://documents.example.org/cms/2014/rapport"}]}\
      """;

  private final TellCommitments tellCommitments;
  private final ReadCommitments readCommitments;
  private final CurrentCaller caller;

  CommitmentResource(
      TellCommitments tellCommitments, ReadCommitments readCommitments, CurrentCaller caller) {
    this.tellCommitments = tellCommitments;
    this.readCommitments = readCommitments;
    this.caller = caller;
  }

  @GET
  @RequiresScope("coordination:read")
  @Operation(
      operationId = "getCommitments",
      summary = "Engagements d'une année — Commitments of a year",
      description =
          "La liste des trois volets, avec état et preuve ; où rien n'est dit, tout est à faire. —"
              + " The list of every volet, with state and evidence; where nothing is said,"
              + " everything is to do.")
  @APIResponse(
      responseCode = "200",
      description = "La liste. — The list.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CommitmentsResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getCommitments(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("year") @Min(2000) @Max(2100) @Parameter(example = "2014") int year,
      @Context Request request) {
    CommitmentChecklist checklist = readCommitments.read(caller.get(), finess, year);
    EntityTag tag = tag(checklist);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged != null
        ? unchanged.build()
        : Response.ok(CommitmentsResponse.of(checklist)).tag(tag).build();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("coordination:write")
  @Operation(
      operationId = "tellCommitments",
      summary = "Dire les engagements — Tell the commitments",
      description =
          "Remplace la liste de l'année. Le premier envoi ne demande rien (ou `If-None-Match: *`) ;"
              + " ensuite `If-Match` est obligatoire. Ce qui ressemble à une donnée personnelle est"
              + " refusé, sans être répété. — Replaces the list of the year. The first one needs"
              + " nothing (or `If-None-Match: *`); later ones need `If-Match`. What looks like"
              + " personal data is refused and not repeated.")
  @TakesIfMatch(missingIsRefused = true)
  @Parameter(
      name = HttpHeaders.IF_NONE_MATCH,
      in = ParameterIn.HEADER,
      description = "`*` : seulement si rien n'est dit. — Only when nothing is said.",
      schema = @Schema(type = SchemaType.STRING))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CommitmentsRequest.class),
              examples = @ExampleObject(name = "example", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Dits. — Told.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CommitmentsResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé. — Every refused field.")
  public Response tellCommitments(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("year") @Min(2000) @Max(2100) @Parameter(example = "2014") int year,
      @NotNull @Valid CommitmentsRequest request,
      @Context HttpHeaders headers) {
    CommitmentChecklist told =
        tellCommitments.tell(
            caller.get(), finess, year, request.told(), current -> demandCurrent(headers, current));
    return Response.ok(CommitmentsResponse.of(told)).tag(tag(told)).build();
  }

  private static void demandCurrent(HttpHeaders headers, @Nullable CommitmentChecklist current) {
    if (current == null) {
      EntityTags.refuseIfMatchOnAbsent(headers);
    } else {
      EntityTags.refuseExisting(headers);
      EntityTags.requireIfMatch(headers, tag(current));
    }
  }

  private static EntityTag tag(CommitmentChecklist checklist) {
    return EntityTags.of(checklist.version());
  }
}
