package fr.cadran.centres.quarterlydata.rest;

import fr.cadran.centres.quarterlydata.application.CheckQuarterlyData;
import fr.cadran.centres.quarterlydata.application.CompareVersions;
import fr.cadran.centres.quarterlydata.application.DecideOnQuarterlyData;
import fr.cadran.centres.quarterlydata.application.DemandDecider;
import fr.cadran.centres.quarterlydata.application.DemandWriter;
import fr.cadran.centres.quarterlydata.application.ListQuarterlyData;
import fr.cadran.centres.quarterlydata.application.ListVersions;
import fr.cadran.centres.quarterlydata.application.ReadQuarterlyData;
import fr.cadran.centres.quarterlydata.application.ReadVersion;
import fr.cadran.centres.quarterlydata.application.RecordSummary;
import fr.cadran.centres.quarterlydata.application.SaveDraft;
import fr.cadran.centres.quarterlydata.application.SubmissionRefusal;
import fr.cadran.centres.quarterlydata.application.SubmitQuarterlyData;
import fr.cadran.centres.quarterlydata.domain.Decision;
import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
import fr.cadran.centres.quarterlydata.domain.SubmissionVerdict;
import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import fr.cadran.centres.rule.application.QuarterParameter;
import fr.cadran.centres.rule.domain.KnownSpecialties;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.http.Languages;
import fr.cadran.kit.idempotency.Idempotency;
import fr.cadran.kit.openapi.TakesIdempotencyKey;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.paging.Listing;
import fr.cadran.kit.paging.Page;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.ProblemTexts;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

/** The quarterly data of a centre. */
@Path("/v1/centres/{finess}/quarterly-data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "quarterly-data",
    description =
        "Recueil trimestriel : brouillon, contrôles, soumission, versions. Le brouillon n'est vu"
            + " que du centre, de ses éditeurs et d'un auditeur ; l'ARS voit ce qui est soumis. —"
            + " Quarterly data: draft, checks, submission, versions. The draft is seen by the"
            + " centre, its editors and an auditor only; the ARS sees what was submitted.")
@RunOnVirtualThread
public class QuarterlyDataResource {
  private static final String EXAMPLE =
      """
      {"patients": {"callsReceived": 1000, "callsAnswered": 900, "appointments": 1410,
                    "passages": 1500, "withoutAppointment": 300},
       "activity": [{"specialty": "MEDECINE_GENERALE", "rooms": 4, "acts": 1500, "revenue": 37500.00,
                     "ccamActs": 150, "ccamRevenue": 6000.00,
                     "vacations": [{"practitioner": "p1", "perWeek": 6}]}],
       "openingHours": {"monday": {"morning": {"start": "08:30", "end": "12:30"},
                                   "afternoon": {"start": "13:30", "end": "18:00"}}},
       "humanResources": {"nonMedicalPayroll": 90000.00},
       "finance": {"unpaidPatients": 250.00, "revenue": {"total": 60000.00}}}\
      """;

  private final SaveDraft saveDraft;
  private final SubmitQuarterlyData submitQuarterlyData;
  private final DemandWriter demandWriter;
  private final DecideOnQuarterlyData decideOnQuarterlyData;
  private final DemandDecider demandDecider;
  private final CheckQuarterlyData checkQuarterlyData;
  private final ReadQuarterlyData readQuarterlyData;
  private final ListQuarterlyData listQuarterlyData;
  private final ListVersions listVersions;
  private final ReadVersion readVersion;
  private final CompareVersions compareVersions;
  private final CurrentCaller caller;
  private final Idempotency idempotency;
  private final ProblemTexts texts;
  private final KnownSpecialties specialties;

  QuarterlyDataResource(
      SaveDraft saveDraft,
      SubmitQuarterlyData submitQuarterlyData,
      DemandWriter demandWriter,
      DecideOnQuarterlyData decideOnQuarterlyData,
      DemandDecider demandDecider,
      CheckQuarterlyData checkQuarterlyData,
      ReadQuarterlyData readQuarterlyData,
      ListQuarterlyData listQuarterlyData,
      ListVersions listVersions,
      ReadVersion readVersion,
      CompareVersions compareVersions,
      CurrentCaller caller,
      Idempotency idempotency,
      ProblemTexts texts,
      KnownSpecialties specialties) {
    this.saveDraft = saveDraft;
    this.submitQuarterlyData = submitQuarterlyData;
    this.demandWriter = demandWriter;
    this.decideOnQuarterlyData = decideOnQuarterlyData;
    this.demandDecider = demandDecider;
    this.checkQuarterlyData = checkQuarterlyData;
    this.readQuarterlyData = readQuarterlyData;
    this.listQuarterlyData = listQuarterlyData;
    this.listVersions = listVersions;
    this.readVersion = readVersion;
    this.compareVersions = compareVersions;
    this.caller = caller;
    this.idempotency = idempotency;
    this.texts = texts;
    this.specialties = specialties;
  }

  @GET
  @RequiresScope("quarterly-data:read")
  @Operation(
      operationId = "listQuarterlyData",
      summary = "Lister les trimestres — List quarters",
      description =
          "Les trimestres du centre, du plus récent au plus ancien, sans leur contenu. — The"
              + " quarters of the centre, the latest first, without their contents.")
  @APIResponse(
      responseCode = "200",
      description = "Une page, vide s'il n'y a rien. — A page, empty when there is nothing.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = QuartersResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response listQuarterlyData(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<RecordSummary> page =
        listQuarterlyData.list(caller.get(), finess, listing.after(1), listing.limit());
    return Listing.answer(page.map(QuartersResponse.Item::of), uri, QuartersResponse::new);
  }

  @GET
  @Path("/{quarter}")
  @RequiresScope("quarterly-data:read")
  @Operation(
      operationId = "getQuarterlyData",
      summary = "Lire un trimestre — Read a quarter",
      description =
          "Le brouillon ouvert pour le centre et ses éditeurs ; la dernière version soumise pour"
              + " les autres. — The open draft for the centre and its editors; the last submitted"
              + " version for others.")
  @APIResponse(
      responseCode = "200",
      description = "Le trimestre. — The quarter.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = QuarterlyDataResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getQuarterlyData(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @Context Request request) {
    QuarterlyRecord record =
        readQuarterlyData.read(caller.get(), finess, QuarterParameter.read(quarter));
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, RecordTags.of(record));
    return unchanged != null ? unchanged.build() : answer(Response.ok(), record);
  }

  @PUT
  @Path("/{quarter}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("quarterly-data:write")
  @Operation(
      operationId = "saveQuarterlyData",
      summary = "Enregistrer le brouillon — Save the draft",
      description =
          """
          Remplace tout le brouillon. Le premier envoi ne demande rien (ou `If-None-Match: *`) ; ensuite \
          `If-Match` est obligatoire. Après une soumission, un envoi ouvre une correction. — Replaces the \
          whole draft. The first one needs nothing (or `If-None-Match: *`); later ones need `If-Match`. \
          After a submission it opens a correction.\
          """)
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
              schema = @Schema(implementation = QuarterlyDataRequest.class),
              examples = @ExampleObject(name = "quarter", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Remplacé. — Replaced.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = QuarterlyDataResponse.class)))
  @APIResponse(
      responseCode = "201",
      description = "Premier brouillon. — First draft.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = QuarterlyDataResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque champ refusé. — Every refused field.")
  public Response saveQuarterlyData(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @QueryParam("dryRun")
          @DefaultValue("false")
          @Parameter(
              description =
                  "`true` : répond ce que répondrait l'envoi, sans rien enregistrer (200). — Says what"
                      + " the call would say and stores nothing (200).")
          boolean dryRun,
      @NotNull QuarterlyDataRequest request,
      @Context HttpHeaders headers) {
    SaveDraft.Saved saved =
        saveDraft.save(
            caller.get(),
            finess,
            QuarterParameter.read(quarter),
            request.toContent(),
            current -> RecordTags.demandCurrent(headers, current),
            dryRun);
    return RecordTags.answer(saved, dryRun, uri(saved.record()));
  }

  @POST
  @Path("/{quarter}/submission")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("quarterly-data:write")
  @Operation(
      operationId = "submitQuarterlyData",
      summary = "Soumettre le brouillon — Submit the draft",
      description =
          """
          Fige le brouillon comme version suivante. Refusé (422, `SUBMISSION_REFUSED`) tant qu'un contrôle \
          bloque ou qu'un avertissement n'est pas assumé ; `errors` les donne tous, avec `acknowledgement` à \
          renvoyer pour chaque avertissement. Les pointeurs désignent le brouillon. `If-Match` est vérifié \
          s'il est envoyé. — Freezes the draft as the next version. Refused while a check blocks or a \
          warning is not acknowledged; `errors` gives them all, with the `acknowledgement` to send back for \
          each warning. Pointers lead into the draft. `If-Match` is checked when it is sent.\
          """)
  @TakesIfMatch
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SubmissionRequest.class),
              examples =
                  @ExampleObject(name = "submission", value = "{\"acknowledgedWarnings\": []}")))
  @APIResponse(
      responseCode = "200",
      description = "Soumis. — Submitted.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = QuarterlyDataResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`NOTHING_TO_SUBMIT`")
  @APIResponse(responseCode = "422", description = "`SUBMISSION_REFUSED`, `INVALID`")
  public Response submitQuarterlyData(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @NotNull @Valid SubmissionRequest request,
      @Context HttpHeaders headers) {
    Caller who = caller.get();
    Quarter of = QuarterParameter.read(quarter);
    return idempotency.once(
        headers,
        who,
        "POST /v1/centres/" + finess + "/quarterly-data/" + of + "/submission",
        request,
        () -> demandWriter.demand(who, finess),
        () -> {
          QuarterlyRecord submitted =
              submitQuarterlyData.submit(
                  who,
                  finess,
                  of,
                  request.acknowledgements(),
                  current -> {
                    if (current != null) {
                      EntityTags.checkIfMatch(headers, RecordTags.of(current));
                    }
                  });
          return answer(Response.ok(), submitted);
        });
  }

  @POST
  @Path("/{quarter}/validation")
  @RequiresScope("quarterly-data:validate")
  @Operation(
      operationId = "validateQuarterlyData",
      summary = "Valider la dernière version — Validate the last version",
      description =
          """
          Réservé à l'ARS du territoire, une seule fois par version. Une correction ultérieure du centre est une \
          nouvelle version, à valider à son tour ; la validation reste attachée à celle-ci. `If-Match` est \
          vérifié s'il est envoyé. — For the ARS of the territory, once per version. A later correction by the \
          centre is a new version, to be validated in its turn; the validation stays with this one. `If-Match` \
          is checked when it is sent.\
          """)
  @TakesIfMatch
  @TakesIdempotencyKey
  @APIResponse(
      responseCode = "200",
      description = "Validé. — Validated.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = QuarterlyDataResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`VERSION_ALREADY_DECIDED`")
  public Response validateQuarterlyData(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @Context HttpHeaders headers) {
    return decide(finess, quarter, Decision.Outcome.VALIDATED, null, "validation", headers);
  }

  @POST
  @Path("/{quarter}/return")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("quarterly-data:validate")
  @Operation(
      operationId = "returnQuarterlyData",
      summary = "Renvoyer la dernière version — Return the last version",
      description =
          """
          Réservé à l'ARS du territoire, une seule fois par version, avec ce qui est à corriger. La version \
          renvoyée reste lisible ; la correction en fait une nouvelle. `If-Match` est vérifié s'il est envoyé. — \
          For the ARS of the territory, once per version, with what to correct. The returned version stays \
          readable; the correction makes a new one. `If-Match` is checked when it is sent.\
          """)
  @TakesIfMatch
  @TakesIdempotencyKey
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReturnRequest.class),
              examples =
                  @ExampleObject(
                      name = "return",
                      value =
                          "{\"comment\": \"Le nombre de passages est celui du trimestre"
                              + " précédent.\"}")))
  @APIResponse(
      responseCode = "200",
      description = "Renvoyé. — Returned.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = QuarterlyDataResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`VERSION_ALREADY_DECIDED`")
  @APIResponse(responseCode = "422", description = "`INVALID`")
  public Response returnQuarterlyData(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @NotNull @Valid ReturnRequest request,
      @Context HttpHeaders headers) {
    return decide(finess, quarter, Decision.Outcome.RETURNED, request.comment(), "return", headers);
  }

  private Response decide(
      Finess finess,
      String quarter,
      Decision.Outcome outcome,
      @Nullable String comment,
      String call,
      HttpHeaders headers) {
    Caller who = caller.get();
    Quarter of = QuarterParameter.read(quarter);
    return idempotency.once(
        headers,
        who,
        "POST /v1/centres/" + finess + "/quarterly-data/" + of + "/" + call,
        comment,
        () -> demandDecider.demand(who, finess),
        () -> {
          QuarterlyRecord decided =
              decideOnQuarterlyData.decide(
                  who,
                  finess,
                  of,
                  outcome,
                  comment,
                  current -> {
                    if (current != null) {
                      EntityTags.checkIfMatch(headers, RecordTags.of(current));
                    }
                  });
          return answer(Response.ok(), decided);
        });
  }

  @POST
  @Path("/{quarter}/checks")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, FileTypes.XLSX})
  @RequiresScope("quarterly-data:write")
  @Operation(
      operationId = "checkQuarterlyData",
      summary = "Contrôler le brouillon — Check the draft",
      description =
          """
          Dit exactement ce que dirait la soumission, sans rien enregistrer ; avec `Accept` au format XLSX, rend \
          le classeur avec les remarques à côté des cellules. — Says exactly what the submission would say, and \
          stores nothing; with an `Accept` of XLSX it gives the workbook with what was found beside the cells.\
          """)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SubmissionRequest.class),
              examples =
                  @ExampleObject(name = "submission", value = "{\"acknowledgedWarnings\": []}")))
  @APIResponse(
      responseCode = "200",
      description = "Le verdict. — The verdict.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ChecksResponse.class)),
        @Content(
            mediaType = FileTypes.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "409", description = "`NOTHING_TO_SUBMIT`")
  @APIResponse(responseCode = "422", description = "`INVALID`")
  public Response checkQuarterlyData(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @NotNull @Valid SubmissionRequest request,
      @Context HttpHeaders headers) {
    Quarter of = QuarterParameter.read(quarter);
    SubmissionVerdict verdict =
        checkQuarterlyData.check(caller.get(), finess, of, request.acknowledgements());
    List<Fault> faults = SubmissionRefusal.faults(verdict, request.acknowledgements());
    if (FileTypes.wantsXlsx(headers)) {
      QuarterlyRecord record = readQuarterlyData.read(caller.get(), finess, of);
      return FileTypes.xlsx(
          record,
          XlsxWriter.write(
              finess.value(),
              of.toString(),
              record.content(),
              specialties.labels(),
              texts(faults)));
    }
    Locale locale = Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    return Response.ok(
            new ChecksResponse(
                of.toString(),
                verdict.accepts(),
                entries(faults, locale),
                entries(
                    verdict.acknowledged().stream().map(SubmissionRefusal::warning).toList(),
                    locale)),
            MediaType.APPLICATION_JSON)
        .build();
  }

  /** What was found, by pointer; a workbook is in French. */
  private Map<String, String> texts(List<Fault> faults) {
    return faults.stream()
        .collect(
            Collectors.toMap(
                Fault::pointer,
                fault -> texts.detail(fault, Locale.FRENCH) + " [" + fault.code() + "]",
                (one, other) -> one + " " + other,
                LinkedHashMap::new));
  }

  private List<ChecksResponse.Entry> entries(List<Fault> faults, Locale locale) {
    return faults.stream()
        .map(fault ->
            new ChecksResponse.Entry(
                fault.pointer(),
                fault.code(),
                texts.detail(fault, locale),
                fault.acknowledgement()))
        .toList();
  }

  @GET
  @Path("/{quarter}/versions")
  @RequiresScope("quarterly-data:read")
  @Operation(
      operationId = "listQuarterlyDataVersions",
      summary = "Lister les versions soumises — List submitted versions",
      description =
          "De la première à la dernière ; vide avant la première soumission. — The first one first;"
              + " empty before the first submission.")
  @APIResponse(
      responseCode = "200",
      description = "Une page. — A page.",
      headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = VersionsResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response listQuarterlyDataVersions(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @Valid @BeanParam Listing listing,
      @Context UriInfo uri) {
    Page<SubmittedVersion> page =
        listVersions.list(
            caller.get(),
            finess,
            QuarterParameter.read(quarter),
            listing.after(1),
            listing.limit());
    return Listing.answer(page.map(VersionsResponse.Item::of), uri, VersionsResponse::new);
  }

  @GET
  @Path("/{quarter}/versions/{version}")
  @RequiresScope("quarterly-data:read")
  @Operation(
      operationId = "getQuarterlyDataVersion",
      summary = "Lire une version soumise — Read a submitted version",
      description =
          "Son contenu ne change jamais ; la décision de l'ARS s'y ajoute une fois. — Its content"
              + " never changes; the decision of the ARS is added once.")
  @APIResponse(
      responseCode = "200",
      description = "La version. — The version.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = QuarterlyDataResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getQuarterlyDataVersion(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @PathParam("version") @Parameter(example = "1") int version,
      @Context Request request) {
    Quarter of = QuarterParameter.read(quarter);
    SubmittedVersion found = readVersion.read(caller.get(), finess, of, version);
    EntityTag tag = RecordTags.of(found);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged != null
        ? unchanged.build()
        : Response.ok(QuarterlyDataResponse.of(finess.value(), of.toString(), found))
            .tag(tag)
            .build();
  }

  @GET
  @Path("/{quarter}/versions/{version}/diff")
  @RequiresScope("quarterly-data:read")
  @Operation(
      operationId = "compareQuarterlyDataVersions",
      summary = "Comparer deux versions — Compare two versions",
      description =
          "Champ par champ ; par défaut avec la version précédente. — Field by field; with the"
              + " version before by default.")
  @APIResponse(
      responseCode = "200",
      description = "Les différences. — The differences.",
      content = @Content(schema = @Schema(implementation = DifferencesResponse.class)))
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public DifferencesResponse compareQuarterlyDataVersions(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @PathParam("version") @Parameter(example = "2") int version,
      @QueryParam("against")
          @Min(1) @Parameter(
              description = "Version de départ. — Starting version.",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
              example = "1")
          @Nullable Integer against) {
    Quarter of = QuarterParameter.read(quarter);
    int from = against == null ? version - 1 : against;
    return DifferencesResponse.of(
        of.toString(),
        version,
        from,
        compareVersions.compare(caller.get(), finess, of, version, from));
  }

  private static URI uri(QuarterlyRecord record) {
    return URI.create("/v1/centres/" + record.finess() + "/quarterly-data/" + record.quarter());
  }

  private static Response answer(Response.ResponseBuilder builder, QuarterlyRecord record) {
    return builder.tag(RecordTags.of(record)).entity(QuarterlyDataResponse.of(record)).build();
  }
}
