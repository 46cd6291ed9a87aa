package fr.cadran.contracts.fundingtable.rest;

import fr.cadran.contracts.fundingtable.application.CompareTableVersions;
import fr.cadran.contracts.fundingtable.application.DraftFundingTable;
import fr.cadran.contracts.fundingtable.application.DraftNextVersion;
import fr.cadran.contracts.fundingtable.application.ListFundingTables;
import fr.cadran.contracts.fundingtable.application.ListTableVersions;
import fr.cadran.contracts.fundingtable.application.PublishFundingTable;
import fr.cadran.contracts.fundingtable.application.ReadFundingTable;
import fr.cadran.contracts.fundingtable.application.RewriteDraft;
import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
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
import java.net.URI;
import java.time.LocalDate;
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

/** The amounts of the agreement, open to every account; written by an administrator. */
@Path("/v1/funding-tables")
@Tag(
    name = "funding-tables",
    description = "Montants de l'ACI, datés et sourcés. — Amounts of the ACI, dated, with sources.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FundingTableResource {
  private static final String CONTENT =
      """
      "label": "ACI des CPTS, 2027", "validFrom": "2027-01-01", "source": "Arrêté du 1er décembre 2026",
       "amounts": [{"line": "ACCES_SOINS", "volet": "FIXE", "size": 2, "amount": 17500.00,
                    "earmarked": false, "source": "Arrêté du 1er décembre 2026", "verification": "verified"}],
       "parameters": [{"name": "advanceRate", "value": "0.75", "source": "Arrêté du 1er décembre 2026",
                       "verification": "verified"}]}
      """;
  private static final String NEW_TABLE = "{\"code\": \"ACI-2027\", " + CONTENT;
  private static final String DRAFT = "{" + CONTENT;

  private final ListFundingTables listFundingTables;
  private final ReadFundingTable readFundingTable;
  private final ListTableVersions listTableVersions;
  private final CompareTableVersions compareTableVersions;
  private final DraftFundingTable draftFundingTable;
  private final DraftNextVersion draftNextVersion;
  private final RewriteDraft rewriteDraft;
  private final PublishFundingTable publishFundingTable;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  FundingTableResource(
      ListFundingTables listFundingTables,
      ReadFundingTable readFundingTable,
      ListTableVersions listTableVersions,
      CompareTableVersions compareTableVersions,
      DraftFundingTable draftFundingTable,
      DraftNextVersion draftNextVersion,
      RewriteDraft rewriteDraft,
      PublishFundingTable publishFundingTable,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.listFundingTables = listFundingTables;
    this.readFundingTable = readFundingTable;
    this.listTableVersions = listTableVersions;
    this.compareTableVersions = compareTableVersions;
    this.draftFundingTable = draftFundingTable;
    this.draftNextVersion = draftNextVersion;
    this.rewriteDraft = rewriteDraft;
    this.publishFundingTable = publishFundingTable;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @RequiresScope("funding-tables:read")
  @Operation(
      operationId = "listFundingTables",
      summary = "Tables de financement — Funding tables",
      description =
          "Les tables de l'ACI dans l'ordre de leur entrée en vigueur, chacune dans sa dernière"
              + " version publiée. — The tables of the ACI in order of their entry into force, each"
              + " in its latest published version.")
  @APIResponse(
      responseCode = "200",
      description = "Tables",
      content = @Content(schema = @Schema(implementation = FundingTableResponse.Listed.class)))
  public FundingTableResponse.Listed listFundingTables(
      @Parameter(
              description =
                  "Seulement les tables en vigueur ce jour. — Only tables in force on this day.")
          @QueryParam("on")
          @Nullable LocalDate on) {
    return new FundingTableResponse.Listed(
        listFundingTables.list(on).stream().map(FundingTableResponse::of).toList(), null);
  }

  @GET
  @Path("/{code}")
  @RequiresScope("funding-tables:read")
  @Operation(
      operationId = "getFundingTable",
      summary = "Une table de financement — One funding table",
      description =
          "La dernière version publiée : chaque montant avec son texte légal, les totaux par taille,"
              + " les paramètres. — The latest published version: each amount with its legal source,"
              + " the totals by size, the parameters.")
  @APIResponse(
      responseCode = "200",
      description = "Table",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = FundingTableResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée — Unchanged")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getFundingTable(
      @Parameter(example = "ACI-2019") @PathParam("code") String code, @Context Request request) {
    return read(readFundingTable.read(caller.get(), code, null), request);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("funding-tables:write")
  @Operation(
      operationId = "draftFundingTable",
      summary = "Ouvrir une table — Open a funding table",
      description =
          "Une nouvelle table, version 1, en brouillon ; elle ne vaut qu'une fois publiée. — A new"
              + " table, version 1, as a draft; it holds once it is published.")
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FundingTableRequest.WithCode.class),
              examples = @ExampleObject(name = "table", value = NEW_TABLE)))
  @APIResponse(
      responseCode = "201",
      description = "Brouillon ouvert. — Draft opened.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = FundingTableResponse.class)))
  @APIResponse(responseCode = "409", description = "`FUNDING_TABLE_EXISTS`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé — every refused field")
  public Response draftFundingTable(
      FundingTableRequest.@NotNull WithCode request, @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/funding-tables",
        request,
        () -> created(draftFundingTable.draft(who, request.code(), request.toDeclaration())));
  }

  @GET
  @Path("/{code}/versions")
  @RequiresScope("funding-tables:read")
  @Operation(
      operationId = "listFundingTableVersions",
      summary = "Versions d'une table — Versions of a funding table",
      description =
          "De la plus ancienne à la plus récente ; un brouillon n'apparaît qu'à l'administrateur. —"
              + " From the oldest to the newest; only an administrator sees a draft.")
  @APIResponse(
      responseCode = "200",
      description = "Versions",
      content = @Content(schema = @Schema(implementation = TableVersionsResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public TableVersionsResponse listFundingTableVersions(
      @Parameter(example = "ACI-2019") @PathParam("code") String code) {
    return TableVersionsResponse.of(listTableVersions.list(caller.get(), code));
  }

  @POST
  @Path("/{code}/versions")
  @RequiresScope("funding-tables:write")
  @Operation(
      operationId = "draftFundingTableVersion",
      summary = "Ouvrir une nouvelle version — Open a new version",
      description =
          "Un brouillon, copie de la dernière version publiée ; un seul brouillon par table. — A"
              + " draft, a copy of the latest published version; one draft per table.")
  @TakesIdempotencyKey
  @APIResponse(
      responseCode = "201",
      description = "Brouillon ouvert. — Draft opened.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = FundingTableResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`DRAFT_EXISTS`")
  public Response draftFundingTableVersion(
      @Parameter(example = "ACI-2019") @PathParam("code") String code,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/funding-tables/" + code + "/versions",
        null,
        () -> created(draftNextVersion.draft(who, code)));
  }

  @GET
  @Path("/{code}/versions/{version}")
  @RequiresScope("funding-tables:read")
  @Operation(
      operationId = "getFundingTableVersion",
      summary = "Une version d'une table — One version of a funding table",
      description =
          "Toute version publiée reste lisible ; un brouillon, par l'administrateur. — Every published"
              + " version stays readable; a draft, by an administrator.")
  @APIResponse(
      responseCode = "200",
      description = "Version",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = FundingTableResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée — Unchanged")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getFundingTableVersion(
      @Parameter(example = "ACI-2019") @PathParam("code") String code,
      @Parameter(example = "1") @PathParam("version") int version,
      @Context Request request) {
    return read(readFundingTable.read(caller.get(), code, version), request);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("/{code}/versions/{version}")
  @RequiresScope("funding-tables:write")
  @Operation(
      operationId = "rewriteFundingTableVersion",
      summary = "Récrire un brouillon — Rewrite a draft",
      description =
          "Remplace tout le contenu ; `If-Match` est obligatoire. Une version publiée est figée. —"
              + " Replaces the whole content; `If-Match` is needed. A published version is frozen.")
  @TakesIfMatch(missingIsRefused = true)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FundingTableRequest.class),
              examples = @ExampleObject(name = "table", value = DRAFT)))
  @APIResponse(
      responseCode = "200",
      description = "Récrit. — Rewritten.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = FundingTableResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`PUBLISHED_IS_FROZEN`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé. — Every refused field.")
  public Response rewriteFundingTableVersion(
      @Parameter(example = "ACI-2019") @PathParam("code") String code,
      @Parameter(example = "1") @PathParam("version") int version,
      @NotNull FundingTableRequest request,
      @Context HttpHeaders headers) {
    FundingTableVersion rewritten =
        rewriteDraft.rewrite(
            caller.get(),
            code,
            version,
            request.toDeclaration(),
            current -> {
              if (current != null) {
                EntityTags.requireIfMatch(headers, tag(current));
              }
            });
    return Response.ok(FundingTableResponse.of(rewritten)).tag(tag(rewritten)).build();
  }

  @POST
  @Path("/{code}/versions/{version}/publication")
  @RequiresScope("funding-tables:write")
  @Operation(
      operationId = "publishFundingTableVersion",
      summary = "Publier un brouillon — Publish a draft",
      description =
          """
          Fige la version. Refuse un trou ou un recouvrement dans le temps entre les tables, une table \
          vide, un paramètre absent. — Freezes the version. Refuses a gap or an overlap in time between \
          tables, an empty table, a missing parameter.\
          """)
  @TakesIfMatch
  @TakesIdempotencyKey
  @APIResponse(
      responseCode = "200",
      description = "Publiée. — Published.",
      headers = {@Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))},
      content = @Content(schema = @Schema(implementation = FundingTableResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`PUBLISHED_IS_FROZEN`")
  @APIResponse(
      responseCode = "422",
      description =
          "`PUBLICATION_REFUSED` : `GAP_IN_TIME`, `OVERLAP_IN_TIME`, `EMPTY_TABLE`,"
              + " `PARAMETER_MISSING`, `SIZES_OUT_OF_ORDER`")
  public Response publishFundingTableVersion(
      @Parameter(example = "ACI-2019") @PathParam("code") String code,
      @Parameter(example = "1") @PathParam("version") int version,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    return idempotency.once(
        headers,
        who,
        "POST /v1/funding-tables/" + code + "/versions/" + version + "/publication",
        null,
        () -> {
          FundingTableVersion published =
              publishFundingTable.publish(
                  who,
                  code,
                  version,
                  current -> {
                    if (current != null) {
                      EntityTags.checkIfMatch(headers, tag(current));
                    }
                  });
          return Response.ok(FundingTableResponse.of(published)).tag(tag(published)).build();
        });
  }

  @GET
  @Path("/{code}/versions/{version}/diff")
  @RequiresScope("funding-tables:read")
  @Operation(
      operationId = "compareFundingTableVersions",
      summary = "Comparer deux versions — Compare two versions",
      description =
          "Ce que la version a ajouté, retiré ou changé depuis `with`, avec les deux valeurs et leurs"
              + " sources. — What the version has added, removed or changed since `with`, with both"
              + " values and their sources.")
  @APIResponse(
      responseCode = "200",
      description = "Différences. — Differences.",
      content = @Content(schema = @Schema(implementation = TableDifferenceResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public TableDifferenceResponse compareFundingTableVersions(
      @Parameter(example = "ACI-2019") @PathParam("code") String code,
      @Parameter(example = "1") @PathParam("version") int version,
      @Parameter(
              required = true,
              example = "1",
              description = "Version de départ. — The version to compare with.")
          @QueryParam("with")
          @NotNull Integer with) {
    return TableDifferenceResponse.of(
        code, with, version, compareTableVersions.compare(caller.get(), code, with, version));
  }

  private static Response created(FundingTableVersion draft) {
    return Response.created(
            URI.create("/v1/funding-tables/" + draft.code() + "/versions/" + draft.version()))
        .tag(tag(draft))
        .entity(FundingTableResponse.of(draft))
        .build();
  }

  private static Response read(FundingTableVersion table, Request request) {
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag(table));
    return unchanged != null
        ? unchanged.build()
        : Response.ok(FundingTableResponse.of(table)).tag(tag(table)).build();
  }

  private static EntityTag tag(FundingTableVersion table) {
    return EntityTags.of(table.code(), table.version(), table.revision());
  }
}
