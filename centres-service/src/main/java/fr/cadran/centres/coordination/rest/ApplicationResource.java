package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.application.ReadApplication;
import fr.cadran.centres.coordination.application.RecordApplication;
import fr.cadran.centres.coordination.domain.OptionApplication;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.FrenchDay;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.time.Clock;
import java.time.LocalDate;
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

/** The application of a centre to its CPAM. */
@Path("/v1/centres/{finess}/coordination-application")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coordination-option")
@RunOnVirtualThread
public class ApplicationResource {
  private static final String EXAMPLE =
      """
      {"sentOn": "2014-03-01", "answer": "ACCEPTED", "answeredOn": "2014-03-12"}\
      """;

  private final RecordApplication recordApplication;
  private final ReadApplication readApplication;
  private final CurrentCaller caller;
  private final Clock clock;

  ApplicationResource(
      RecordApplication recordApplication,
      ReadApplication readApplication,
      CurrentCaller caller,
      Clock clock) {
    this.recordApplication = recordApplication;
    this.readApplication = readApplication;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RequiresScope("coordination:read")
  @Operation(
      operationId = "getOptionApplication",
      summary = "Demande à la CPAM — Application to the CPAM",
      description =
          "L'envoi, la réponse, et l'état au jour demandé : sans réponse dans le délai (15 jours,"
              + " paramètre daté), la demande est réputée acquise le lendemain ; une réponse plus"
              + " tardive n'y change rien. — When it was sent, what was answered, and where it"
              + " stands on the day: without an answer in time (15 days, a dated parameter) it is"
              + " deemed accepted the day after; a later answer changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "La demande. — The application.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ApplicationResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(
      responseCode = "404",
      description = "`NOT_FOUND` : aussi quand rien n'est dit. — Also when nothing is said.")
  public Response getOptionApplication(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @QueryParam("volet")
          @DefaultValue("MEDICAL")
          @Parameter(description = "Volet de l'option. — Part of the option.", example = "NURSING")
          VoletOption volet,
      @QueryParam("on")
          @Parameter(
              description = "Aujourd'hui par défaut. — Today by default.",
              example = "2014-03-17")
          @Nullable LocalDate on,
      @Context Request request) {
    ReadApplication.Found found = readApplication.read(caller.get(), finess, volet, on);
    ApplicationResponse answer =
        ApplicationResponse.of(found.application(), found.on(), found.standing());
    EntityTag tag = tag(found.application(), found.on());
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged != null ? unchanged.build() : Response.ok(answer).tag(tag).build();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("coordination:write")
  @Operation(
      operationId = "recordOptionApplication",
      summary = "Dire la demande — Tell the application",
      description =
          "Remplace ce qui est dit. Le premier envoi ne demande rien (ou `If-None-Match: *`) ;"
              + " ensuite `If-Match` est obligatoire. — Replaces what is said. The first one needs"
              + " nothing (or `If-None-Match: *`); later ones need `If-Match`.")
  @TakesIfMatch(missingIsRefused = true)
  @Parameter(
      name = HttpHeaders.IF_NONE_MATCH,
      in = ParameterIn.HEADER,
      description = "`*` : seulement si rien n'existe. — Only when nothing exists.",
      schema = @Schema(type = SchemaType.STRING))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApplicationRequest.class),
              examples = @ExampleObject(name = "example", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Dite. — Told.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ApplicationResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé. — Every refused field.")
  public Response recordOptionApplication(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @QueryParam("volet")
          @DefaultValue("MEDICAL")
          @Parameter(description = "Volet de l'option. — Part of the option.", example = "NURSING")
          VoletOption volet,
      @NotNull ApplicationRequest request,
      @Context HttpHeaders headers) {
    LocalDate today = FrenchDay.of(clock.instant());
    RecordApplication.Recorded recorded =
        recordApplication.record(
            caller.get(),
            finess,
            volet,
            request.toWish(),
            current -> demandCurrent(headers, current, today));
    return Response.ok(ApplicationResponse.of(recorded.application(), today, recorded.standing()))
        .tag(tag(recorded.application(), today))
        .build();
  }

  private static void demandCurrent(
      HttpHeaders headers, @Nullable OptionApplication current, LocalDate today) {
    if (current == null) {
      EntityTags.refuseIfMatchOnAbsent(headers);
    } else {
      EntityTags.refuseExisting(headers);
      EntityTags.requireIfMatch(headers, tag(current, today));
    }
  }

  /** The version alone does not say what is answered: days pass, and the state with them. */
  private static EntityTag tag(OptionApplication application, LocalDate on) {
    return EntityTags.of(application.version(), on);
  }
}
