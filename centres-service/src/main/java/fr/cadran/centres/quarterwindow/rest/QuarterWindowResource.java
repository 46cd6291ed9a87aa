package fr.cadran.centres.quarterwindow.rest;

import fr.cadran.centres.quarterwindow.application.GrantCentreDates;
import fr.cadran.centres.quarterwindow.application.ListCentreDates;
import fr.cadran.centres.quarterwindow.application.ReadCentreDates;
import fr.cadran.centres.quarterwindow.application.ReadQuarterWindow;
import fr.cadran.centres.quarterwindow.application.SetQuarterWindow;
import fr.cadran.centres.quarterwindow.domain.CentreDates;
import fr.cadran.centres.rule.application.QuarterParameter;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
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

/** When quarters can be submitted. */
@Path("/v1/quarters/{quarter}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "quarters",
    description =
        "Ouverture, échéance et fermeture de chaque trimestre, par territoire, et dates propres à un"
            + " centre. — Opening, due and closing date of each quarter, by territory, and other"
            + " dates for one centre.")
@RunOnVirtualThread
public class QuarterWindowResource {
  private static final String CODE = "[0-9AB]{2,3}";

  private final ReadQuarterWindow readQuarterWindow;
  private final SetQuarterWindow setQuarterWindow;
  private final GrantCentreDates grantCentreDates;
  private final ReadCentreDates readCentreDates;
  private final ListCentreDates listCentreDates;
  private final CurrentCaller caller;

  QuarterWindowResource(
      ReadQuarterWindow readQuarterWindow,
      SetQuarterWindow setQuarterWindow,
      GrantCentreDates grantCentreDates,
      ReadCentreDates readCentreDates,
      ListCentreDates listCentreDates,
      CurrentCaller caller) {
    this.readQuarterWindow = readQuarterWindow;
    this.setQuarterWindow = setQuarterWindow;
    this.grantCentreDates = grantCentreDates;
    this.readCentreDates = readCentreDates;
    this.listCentreDates = listCentreDates;
    this.caller = caller;
  }

  @GET
  @RequiresScope("centres:read")
  @Operation(
      operationId = "getQuarter",
      summary = "Lire les dates d'un trimestre — Read the dates of a quarter",
      description =
          "Les dates qui valent pour le département, sinon la région, sinon le pays, sinon par la"
              + " règle. — The dates that count for the département, else the région, else the"
              + " country, else by the rule.")
  @APIResponse(
      responseCode = "200",
      description = "Les dates. — The dates.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = QuarterWindowResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  public Response getQuarter(
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @QueryParam("departement")
          @Pattern(regexp = CODE) @Parameter(description = "Code INSEE. — INSEE code.", example = "93")
          @Nullable String departement,
      @QueryParam("region")
          @Pattern(regexp = CODE) @Parameter(description = "Code INSEE. — INSEE code.", example = "11")
          @Nullable String region,
      @Context Request request) {
    ReadQuarterWindow.Found found =
        readQuarterWindow.read(QuarterParameter.read(quarter), departement, region);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag(found));
    return unchanged != null ? unchanged.build() : answer(found);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("quarters:write")
  @Operation(
      operationId = "setQuarter",
      summary = "Fixer les dates d'un trimestre — Set the dates of a quarter",
      description =
          """
          L'administrateur partout ; un agent d'ARS pour une région ou un département qui lui est confié en \
          entier (403 sinon). `If-Match` est obligatoire quand ce territoire a déjà ses dates. Une soumission \
          avant l'ouverture ou après la fermeture est refusée, après l'échéance elle est en retard. — An \
          administrator anywhere; an agent of an ARS for a région or département entrusted as a whole (403 \
          otherwise). `If-Match` is needed when this territory has dates already. A submission before the \
          opening or after the closing is refused, after the due date it is late.\
          """)
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = QuarterWindowRequest.class),
              examples =
                  @ExampleObject(
                      name = "dates",
                      value =
                          "{\"opensOn\": \"2013-10-01\", \"dueOn\": \"2013-11-15\","
                              + " \"closesOn\": \"2013-12-31\"}")))
  @APIResponse(
      responseCode = "200",
      description = "Fixées. — Set.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = QuarterWindowResponse.class)))
  @APIResponse(responseCode = "422", description = "`INVALID`")
  public Response setQuarter(
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @QueryParam("departement")
          @Pattern(regexp = CODE) @Parameter(description = "Code INSEE. — INSEE code.", example = "93")
          @Nullable String departement,
      @QueryParam("region")
          @Pattern(regexp = CODE) @Parameter(description = "Code INSEE. — INSEE code.", example = "11")
          @Nullable String region,
      @NotNull QuarterWindowRequest request,
      @Context HttpHeaders headers) {
    return answer(
        setQuarterWindow.set(
            caller.get(),
            QuarterParameter.read(quarter),
            departement,
            region,
            request.toDates(),
            current -> demandCurrent(headers, current)));
  }

  private static void demandCurrent(
      HttpHeaders headers, ReadQuarterWindow.@Nullable Found current) {
    if (current != null && current.revision() > 0) {
      EntityTags.requireIfMatch(headers, tag(current));
    } else if (current != null) {
      EntityTags.checkIfMatch(headers, tag(current));
    }
  }

  private static Response answer(ReadQuarterWindow.Found found) {
    return Response.ok(QuarterWindowResponse.of(found.window())).tag(tag(found)).build();
  }

  private static EntityTag tag(ReadQuarterWindow.Found found) {
    return EntityTags.of(
        found.window().origin(),
        found.revision(),
        found.window().opensOn(),
        found.window().dueOn(),
        String.valueOf(found.window().closesOn()));
  }

  @GET
  @Path("/exceptions")
  @RequiresScope("quarterly-data:read")
  @Operation(
      operationId = "listQuarterExceptions",
      summary = "Lister les centres à dates propres — List centres with other dates",
      description =
          "Dans l'ordre des numéros FINESS, pour les centres à la portée de l'appelant. — In the"
              + " order of FINESS numbers, for the centres within the caller's reach.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CentreDatesListResponse.class)))
  public Response listQuarterExceptions(
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<CentreDates> page =
        listCentreDates.list(
            caller.get(), QuarterParameter.read(quarter), listing.after(1), listing.limit());
    return Listing.answer(page.map(CentreDatesResponse::of), uri, CentreDatesListResponse::new);
  }

  @GET
  @Path("/exceptions/{finess}")
  @RequiresScope("quarterly-data:read")
  @Operation(
      operationId = "getQuarterException",
      summary = "Lire les dates propres d'un centre — Read the other dates of a centre",
      description =
          "404 quand le centre suit les dates de son territoire. — 404 when the centre follows the"
              + " dates of its territory.")
  @APIResponse(
      responseCode = "200",
      description = "Les dates. — The dates.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CentreDatesResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getQuarterException(
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @Context Request request) {
    CentreDates dates = readCentreDates.read(caller.get(), QuarterParameter.read(quarter), finess);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag(dates));
    return unchanged != null ? unchanged.build() : answer(Response.ok(), dates);
  }

  @PUT
  @Path("/exceptions/{finess}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("quarters:write")
  @Operation(
      operationId = "setQuarterException",
      summary = "Donner des dates propres à un centre — Give a centre other dates",
      description =
          "Avec le motif ; l'ouverture reste celle du territoire. `If-Match` est obligatoire pour les"
              + " changer. — With the reason; the opening stays that of the territory. `If-Match` is"
              + " needed to change them.")
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CentreDatesRequest.class),
              examples =
                  @ExampleObject(
                      name = "dates",
                      value =
                          "{\"dueOn\": \"2013-12-15\", \"reason\": \"Changement de logiciel en"
                              + " octobre\"}")))
  @APIResponse(
      responseCode = "200",
      description = "Changées. — Changed.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CentreDatesResponse.class)))
  @APIResponse(
      responseCode = "201",
      description = "Données. — Given.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = CentreDatesResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "422", description = "`INVALID`")
  public Response setQuarterException(
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @NotNull @Valid CentreDatesRequest request,
      @Context HttpHeaders headers) {
    Quarter of = QuarterParameter.read(quarter);
    CentreDates dates =
        grantCentreDates.grant(
            caller.get(),
            of,
            finess,
            request.dueOn(),
            request.closesOn(),
            request.reason(),
            current -> {
              if (current == null) {
                EntityTags.refuseIfMatchOnAbsent(headers);
              } else {
                EntityTags.requireIfMatch(headers, tag(current));
              }
            });
    URI place = URI.create("/v1/quarters/" + of + "/exceptions/" + finess);
    return answer(dates.revision() == 1 ? Response.created(place) : Response.ok(), dates);
  }

  private static Response answer(Response.ResponseBuilder builder, CentreDates dates) {
    return builder.tag(tag(dates)).entity(CentreDatesResponse.of(dates)).build();
  }

  private static EntityTag tag(CentreDates dates) {
    return EntityTags.of(dates.revision());
  }
}
