package fr.cadran.centres.centre.rest;

import fr.cadran.centres.centre.application.ListCentres;
import fr.cadran.centres.centre.application.MomentWish;
import fr.cadran.centres.centre.application.ReadCentre;
import fr.cadran.centres.centre.application.RegisterCentre;
import fr.cadran.centres.centre.application.Registration;
import fr.cadran.centres.centre.application.ReviseCentre;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.http.Languages;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.paging.Cursor;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.ProblemTexts;
import fr.cadran.kit.type.Finess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.net.URI;
import java.util.List;
import java.util.Locale;
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

/** The registry of centres de santé. */
@Path("/v1/centres")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "centres", description = "Registre des centres de santé. — Registry of the centres.")
@RunOnVirtualThread
public class CentreResource {
  private static final String EXAMPLE =
      """
      {"finess": "930012345", "finessJuridique": "930000001", "name": "Centre municipal de santé Les Moulins",
       "managerKind": "MUNICIPAL", "managerName": "Commune de Saint-Denis", "communeCode": "93066",
       "specialties": ["MEDECINE_GENERALE", "DENTAIRE"], "rooms": {"multi": 2, "MEDECINE_GENERALE": 4},
       "openedOn": "1950-03-01"}
      """;

  private static final List<Variant> FORMATS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CentreCsv.MEDIA_TYPE))
          .build();
  private static final int EXPORT_PAGE = 500;

  private final RegisterCentre registerCentre;
  private final ReviseCentre reviseCentre;
  private final ReadCentre readCentre;
  private final ListCentres listCentres;
  private final CurrentCaller caller;
  private final Idempotency idempotency;
  private final ProblemTexts texts;

  CentreResource(
      RegisterCentre registerCentre,
      ReviseCentre reviseCentre,
      ReadCentre readCentre,
      ListCentres listCentres,
      CurrentCaller caller,
      Idempotency idempotency,
      ProblemTexts texts) {
    this.registerCentre = registerCentre;
    this.reviseCentre = reviseCentre;
    this.readCentre = readCentre;
    this.listCentres = listCentres;
    this.caller = caller;
    this.idempotency = idempotency;
    this.texts = texts;
  }

  @POST
  @RequiresScope("centres:write")
  @Operation(
      operationId = "registerCentre",
      summary = "Inscrire un centre — Register a centre",
      description =
          """
          Une ARS inscrit un centre de son territoire ; une commune hors du territoire est refusée \
          (422, `OUTSIDE_TERRITORY`). Les avertissements (clé FINESS, département) ne refusent rien. — \
          An ARS registers a centre of its territory; a commune outside it is refused (422, \
          `OUTSIDE_TERRITORY`). Warnings (FINESS check digit, département) refuse nothing.\
          """)
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CentreRequest.class),
              examples = @ExampleObject(name = "centre", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Inscrit. — Registered.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = CentreResponse.class)))
  @APIResponse(responseCode = "409", description = "`CENTRE_EXISTS`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response registerCentre(@NotNull CentreRequest request, @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/centres",
        request,
        () -> {
          Registration registration =
              registerCentre.register(who, request.toDeclaration(), request.effectiveFrom());
          RegisteredCentre centre = registration.centre();
          return Response.created(URI.create("/v1/centres/" + centre.centre().finess()))
              .tag(tag(centre))
              .entity(written(registration, headers))
              .build();
        });
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, CentreCsv.MEDIA_TYPE})
  @RequiresScope("centres:read")
  @Operation(
      operationId = "listCentres",
      summary = "Lister les centres — List centres",
      description =
          "Les centres que l'appelant peut lire, par numéro FINESS croissant ; `on` et `asOf` les"
              + " montrent et les filtrent comme ils étaient. — The centres that the caller may"
              + " read, in the order of their FINESS numbers; `on` and `asOf` show and filter them"
              + " as they were."
              + " `Accept: text/csv` : tous les centres, sans pages. — Every centre, without pages.")
  @APIResponse(
      responseCode = "200",
      description = "Une page, ou tout en CSV. — A page, or all of it as CSV.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = CentresResponse.class)),
        @Content(
            mediaType = CentreCsv.MEDIA_TYPE,
            schema = @Schema(type = SchemaType.STRING, maxLength = 1073741824))
      })
  public Response listCentres(
      @Valid @BeanParam CentreQuery query,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri,
      @Context Request request) {
    Variant wanted = request.selectVariant(FORMATS);
    if (wanted != null && wanted.getMediaType().getSubtype().equals("csv")) {
      return export(query.toWish());
    }
    Page<RegisteredCentre> page =
        listCentres.list(caller.get(), query.toWish(), listing.after(1), listing.limit());
    return Listing.answer(
        page.map(centre -> CentreResponse.of(centre, null)), uri, CentresResponse::new);
  }

  @GET
  @Path("/{finess}")
  @RequiresScope("centres:read")
  @Operation(
      operationId = "getCentre",
      summary = "Lire un centre — Read a centre",
      description =
          "L'entrée du registre : actuelle, ou vraie un jour (`on`), ou connue à un instant"
              + " (`asOf`). — The entry of the registry: at present, true on a day (`on`), or known"
              + " at an instant (`asOf`).")
  @APIResponse(
      responseCode = "200",
      description = "Le centre. — The centre.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CentreResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getCentre(
      @PathParam("finess")
          @Parameter(
              schema = @Schema(type = SchemaType.STRING, pattern = "^([0-9]{2}|2[AB])[0-9]{7}$"),
              example = "930012345")
          Finess finess,
      @BeanParam MomentQuery moment,
      @Context Request request) {
    MomentWish wish = moment.wish();
    RegisteredCentre centre = readCentre.read(caller.get(), finess, wish);
    // What was true once is another representation than the present, which changes.
    EntityTag tag =
        wish.equals(MomentWish.PRESENT) ? tag(centre) : EntityTags.of("past", centre.version());
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged != null
        ? unchanged.build()
        : Response.ok(CentreResponse.of(centre, null)).tag(tag).build();
  }

  @PUT
  @Path("/{finess}")
  @RequiresScope("centres:write")
  @Operation(
      operationId = "reviseCentre",
      summary = "Réviser un centre — Revise a centre",
      description =
          "Remplace toute l'entrée, à partir de `effectiveFrom` et jusqu'au prochain changement"
              + " connu ; ce qui était dit avant reste lisible. `If-Match` est obligatoire. —"
              + " Replaces the whole entry, from `effectiveFrom` on and until the next change that"
              + " is known; what was said before stays readable. `If-Match` is needed.")
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CentreRequest.class),
              examples = @ExampleObject(name = "centre", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Révisé. — Revised.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = CentreResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé. — Every refused field.")
  public Response reviseCentre(
      @PathParam("finess")
          @Parameter(
              schema = @Schema(type = SchemaType.STRING, pattern = "^([0-9]{2}|2[AB])[0-9]{7}$"),
              example = "930012345")
          Finess finess,
      @NotNull CentreRequest request,
      @Context HttpHeaders headers) {
    Registration revised =
        reviseCentre.revise(
            caller.get(),
            finess,
            request.toDeclaration(),
            request.effectiveFrom(),
            current -> {
              if (current != null) {
                EntityTags.requireIfMatch(headers, tag(current));
              }
            });
    return Response.ok(written(revised, headers)).tag(tag(revised.centre())).build();
  }

  /** Page by page, so that a large registry does not have to fit into memory. */
  private Response export(ListCentres.Wish wish) {
    Caller who = caller.get();
    Page<RegisteredCentre> first = listCentres.list(who, wish, null, EXPORT_PAGE);
    StreamingOutput rows =
        out -> {
          try (CentreCsv.Export export = new CentreCsv.Export(out)) {
            Page<RegisteredCentre> page = first;
            page.items().forEach(export::write);
            while (page.next() != null) {
              page = listCentres.list(who, wish, Cursor.read(page.next(), 1), EXPORT_PAGE);
              page.items().forEach(export::write);
            }
          }
        };
    return Response.ok(rows, CentreCsv.MEDIA_TYPE + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"centres.csv\"")
        .build();
  }

  private static EntityTag tag(RegisteredCentre centre) {
    return EntityTags.of(centre.version());
  }

  private CentreResponse written(Registration registration, HttpHeaders headers) {
    Locale locale = Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    List<CentreResponse.Warning> warnings =
        registration.warnings().stream()
            .map(warning ->
                new CentreResponse.Warning(
                    warning.pointer(),
                    warning.code(),
                    texts.detail(Fault.at(warning.pointer(), warning.code()), locale)))
            .toList();
    return CentreResponse.of(registration.centre(), warnings);
  }
}
