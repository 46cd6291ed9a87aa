package fr.cadran.contracts.cpts.rest;

import fr.cadran.contracts.cpts.application.CountStages;
import fr.cadran.contracts.cpts.application.CptsFilter;
import fr.cadran.contracts.cpts.application.ListCpts;
import fr.cadran.contracts.cpts.application.ReadCpts;
import fr.cadran.contracts.cpts.application.RegisterCpts;
import fr.cadran.contracts.cpts.application.Registration;
import fr.cadran.contracts.cpts.application.ReviseCpts;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.CptsStage;
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

/** The register of CPTS. */
@Path("/v1/cpts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cpts", description = "Registre et vie des CPTS. — Register and life of the CPTS.")
@RunOnVirtualThread
public class CptsResource {
  private static final String REGISTRATION =
      """
      {"name": "CPTS de la Plaine", "seatCommune": "93066", "legalForm": "Association loi 1901",
       "caisse": "931", "communes": ["93066", "93027"]}
      """;
  private static final String ENTRY =
      """
      {"name": "CPTS de la Plaine", "seatCommune": "93066", "legalForm": "Association loi 1901",
       "caisse": "931"}
      """;

  private final RegisterCpts registerCpts;
  private final ReviseCpts reviseCpts;
  private final ReadCpts readCpts;
  private final ListCpts listCpts;
  private final CountStages countStages;
  private final CptsWarnings warnings;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  CptsResource(
      RegisterCpts registerCpts,
      ReviseCpts reviseCpts,
      ReadCpts readCpts,
      ListCpts listCpts,
      CountStages countStages,
      CptsWarnings warnings,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.registerCpts = registerCpts;
    this.reviseCpts = reviseCpts;
    this.readCpts = readCpts;
    this.listCpts = listCpts;
    this.countStages = countStages;
    this.warnings = warnings;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("cpts:write")
  @Operation(
      operationId = "registerCpts",
      summary = "Inscrire une CPTS — Register a CPTS",
      description =
          """
          Une ARS inscrit une CPTS dont le siège est dans son territoire, à l'étape PRE_PROJET ou à celle où \
          elle en est déjà ; l'agence peut choisir l'identifiant. — An ARS registers a CPTS whose seat is in \
          its territory, at the stage PRE_PROJET or where it stands already; the agency may choose the \
          identifier.\
          """)
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CptsRequest.Registration.class),
              examples = @ExampleObject(name = "exemple", value = REGISTRATION)))
  @APIResponse(
      responseCode = "201",
      description = "Inscrite. — Registered.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = CptsResponse.class)))
  @APIResponse(responseCode = "409", description = "`CPTS_EXISTS`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response registerCpts(
      CptsRequest.@NotNull Registration request, @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/cpts",
        request,
        () -> {
          Registration registration = registerCpts.register(who, request.toWish());
          Cpts cpts = registration.cpts();
          return Response.created(URI.create("/v1/cpts/" + cpts.id()))
              .tag(tag(cpts))
              .entity(CptsResponse.of(cpts, warnings.of(registration.warnings(), headers)))
              .build();
        });
  }

  @GET
  @RequiresScope("cpts:read")
  @Operation(
      operationId = "listCpts",
      summary = "Lister les CPTS — List CPTS",
      description =
          """
          Les CPTS que l'appelant peut lire : territoire de l'ARS, caisse de la CPAM, CPTS de la \
          coordination. — The CPTS that the caller may read: territory of the ARS, caisse of the CPAM, CPTS \
          of the coordinator.\
          """)
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      headers = {@Header(name = "Link", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = CptsResponse.Listed.class)))
  public Response listCpts(
      @QueryParam("departement")
          @Parameter(description = "Code INSEE. — INSEE code.", example = "93")
          @Nullable String departement,
      @QueryParam("region") @Parameter(description = "Code INSEE. — INSEE code.", example = "11")
          @Nullable String region,
      @QueryParam("stage") @Nullable CptsStage stage,
      @QueryParam("q")
          @Parameter(
              description =
                  "Partie du nom ou de la commune du siège. — Part of the name or of the seat's"
                      + " commune.")
          @Nullable String text,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<Cpts> page =
        listCpts.list(
            caller.get(),
            new CptsFilter(departement, region, stage, text),
            listing.after(1),
            listing.limit());
    return Listing.answer(
        page.map(cpts -> CptsResponse.of(cpts, null)), uri, CptsResponse.Listed::new);
  }

  @GET
  @Path("/stages")
  @RequiresScope("cpts:read")
  @Operation(
      operationId = "countCptsStages",
      summary = "Compter par étape — Count by stage",
      description =
          """
          Combien de CPTS à chaque étape, dans le périmètre de l'appelant. — How many CPTS at each stage, within \
          the caller's reach.\
          """)
  @APIResponse(
      responseCode = "200",
      description = "Nombres. — Counts.",
      content = @Content(schema = @Schema(implementation = StagesResponse.class)))
  public StagesResponse countCptsStages(
      @QueryParam("departement")
          @Parameter(description = "Code INSEE. — INSEE code.", example = "93")
          @Nullable String departement,
      @QueryParam("region") @Parameter(description = "Code INSEE. — INSEE code.", example = "11")
          @Nullable String region) {
    return StagesResponse.of(
        countStages.count(caller.get(), new CptsFilter(departement, region, null, null)));
  }

  @GET
  @Path("/{id}")
  @RequiresScope("cpts:read")
  @Operation(
      operationId = "getCpts",
      summary = "Lire une CPTS — Read a CPTS",
      description =
          """
          L'entrée du registre, avec population et taille du territoire. — The entry of the register, with \
          population and size of the territory.\
          """)
  @APIResponse(
      responseCode = "200",
      description = "La CPTS. — The CPTS.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = CptsResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getCpts(
      @Parameter(example = "5ecad2a0-0000-4000-8000-000000000093") @PathParam("id") UUID id,
      @Context Request request) {
    Cpts cpts = readCpts.read(caller.get(), id);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag(cpts));
    return unchanged != null
        ? unchanged.build()
        : Response.ok(CptsResponse.of(cpts, null)).tag(tag(cpts)).build();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{id}")
  @RequiresScope("cpts:write")
  @Operation(
      operationId = "reviseCpts",
      summary = "Réviser une CPTS — Revise a CPTS",
      description =
          """
          Remplace l'entrée ; territoire et étape ne changent pas ici. `If-Match` est obligatoire. — Replaces the \
          entry; territory and stage do not change here. `If-Match` is needed.\
          """)
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CptsRequest.class),
              examples = @ExampleObject(name = "exemple", value = ENTRY)))
  @APIResponse(
      responseCode = "200",
      description = "Révisée. — Revised.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = CptsResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé. — Every refused field.")
  public Response reviseCpts(
      @Parameter(example = "5ecad2a0-0000-4000-8000-000000000093") @PathParam("id") UUID id,
      @NotNull CptsRequest request,
      @Context HttpHeaders headers) {
    Registration revised =
        reviseCpts.revise(
            caller.get(),
            id,
            request.toDeclaration(),
            current -> {
              if (current != null) {
                EntityTags.requireIfMatch(headers, tag(current));
              }
            });
    return Response.ok(CptsResponse.of(revised.cpts(), warnings.of(revised.warnings(), headers)))
        .tag(tag(revised.cpts()))
        .build();
  }

  private static EntityTag tag(Cpts cpts) {
    return EntityTags.of(cpts.version());
  }
}
