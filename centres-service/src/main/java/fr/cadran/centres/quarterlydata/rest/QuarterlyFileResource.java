package fr.cadran.centres.quarterlydata.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.centres.quarterlydata.application.ReadQuarterlyData;
import fr.cadran.centres.quarterlydata.application.SaveDraft;
import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
import fr.cadran.centres.rule.application.QuarterParameter;
import fr.cadran.centres.rule.domain.KnownSpecialties;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.openapi.TakesIfMatch;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
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

/** The quarterly data of a centre as files: a workbook for people, CSV for programs. */
@Path("/v1/centres/{finess}/quarterly-data")
@Tag(name = "quarterly-data")
@RunOnVirtualThread
public class QuarterlyFileResource {
  private final ReadQuarterlyData readQuarterlyData;
  private final SaveDraft saveDraft;
  private final KnownSpecialties specialties;
  private final CurrentCaller caller;
  private final ObjectMapper json;

  QuarterlyFileResource(
      ReadQuarterlyData readQuarterlyData,
      SaveDraft saveDraft,
      KnownSpecialties specialties,
      CurrentCaller caller,
      ObjectMapper json) {
    this.readQuarterlyData = readQuarterlyData;
    this.saveDraft = saveDraft;
    this.specialties = specialties;
    this.caller = caller;
    this.json = json;
  }

  @GET
  @Path("/{quarter: [^/.]+}.xlsx")
  @Produces(FileTypes.XLSX)
  @RequiresScope("quarterly-data:read")
  @Operation(
      operationId = "getQuarterlyDataXlsx",
      summary = "Lire un trimestre en classeur XLSX — Read a quarter as an XLSX workbook",
      description =
          "Le même contenu que la lecture en JSON, à compléter et à renvoyer. — The same content as"
              + " reading JSON, to be completed and sent back.")
  @APIResponse(
      responseCode = "200",
      description = "Le fichier. — The file.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = FileTypes.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getQuarterlyDataXlsx(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @Context Request request) {
    QuarterlyRecord record =
        readQuarterlyData.read(caller.get(), finess, QuarterParameter.read(quarter));
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, RecordTags.of(record));
    return unchanged != null ? unchanged.build() : FileTypes.xlsx(record, workbook(record));
  }

  @PUT
  @Path("/{quarter: [^/.]+}.xlsx")
  @Consumes(FileTypes.XLSX)
  @Produces(MediaType.APPLICATION_JSON)
  @RequiresScope("quarterly-data:write")
  @Operation(
      operationId = "saveQuarterlyDataXlsx",
      summary =
          "Enregistrer le brouillon depuis un classeur XLSX — Save the draft from an XLSX workbook",
      description =
          """
          Remplace tout le brouillon, aux mêmes conditions que l'envoi en JSON. Une case vide est inconnue. Un \
          refus (422, `FILE_REFUSED`) donne chaque faute avec sa feuille, sa ligne et sa colonne. — Replaces the \
          whole draft, under the same conditions as JSON. An empty cell is unknown. A refusal gives each fault \
          with its sheet, line and column.\
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
              mediaType = FileTypes.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "file", value = "(classeur — workbook)")))
  @APIResponse(
      responseCode = "200",
      description = "Remplacé, ou dit par un essai. — Replaced, or said by a dry run.",
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
  @APIResponse(responseCode = "422", description = "`FILE_REFUSED`")
  public Response saveQuarterlyDataXlsx(
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
      byte @Nullable [] file,
      @Context HttpHeaders headers) {
    Quarter of = QuarterParameter.read(quarter);
    return save(
        finess,
        of,
        XlsxReader.read(orEmpty(file), finess.value(), of.toString(), specialties.labels(), json),
        dryRun,
        headers);
  }

  @GET
  @Path("/{quarter: [^/.]+}.csv")
  @Produces(FileTypes.CSV)
  @RequiresScope("quarterly-data:read")
  @Operation(
      operationId = "getQuarterlyDataCsv",
      summary = "Lire un trimestre en CSV — Read a quarter as CSV",
      description =
          "Le même contenu que la lecture en JSON, à compléter et à renvoyer. — The same content as"
              + " reading JSON, to be completed and sent back.")
  @APIResponse(
      responseCode = "200",
      description = "Le fichier. — The file.",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = FileTypes.CSV,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getQuarterlyDataCsv(
      @PathParam("finess")
          @Parameter(schema = @Schema(type = SchemaType.STRING), example = "930012345")
          Finess finess,
      @PathParam("quarter") @Parameter(example = "2013-Q3") String quarter,
      @Context Request request) {
    QuarterlyRecord record =
        readQuarterlyData.read(caller.get(), finess, QuarterParameter.read(quarter));
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, RecordTags.of(record));
    return unchanged != null
        ? unchanged.build()
        : FileTypes.csv(record, CsvForm.write(record.content()));
  }

  @PUT
  @Path("/{quarter: [^/.]+}.csv")
  @Consumes(FileTypes.CSV)
  @Produces(MediaType.APPLICATION_JSON)
  @RequiresScope("quarterly-data:write")
  @Operation(
      operationId = "saveQuarterlyDataCsv",
      summary = "Enregistrer le brouillon depuis un fichier CSV — Save the draft from a CSV file",
      description =
          """
          Remplace tout le brouillon, aux mêmes conditions que l'envoi en JSON. Une case vide est inconnue. Un \
          refus (422, `FILE_REFUSED`) donne chaque faute avec sa feuille, sa ligne et sa colonne. — Replaces the \
          whole draft, under the same conditions as JSON. An empty cell is unknown. A refusal gives each fault \
          with its sheet, line and column.\
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
              mediaType = FileTypes.CSV,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "file",
                      value = "champ;valeur\npatients.passages;1500\nfin;\n")))
  @APIResponse(
      responseCode = "200",
      description = "Remplacé, ou dit par un essai. — Replaced, or said by a dry run.",
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
  @APIResponse(responseCode = "422", description = "`FILE_REFUSED`")
  public Response saveQuarterlyDataCsv(
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
      byte @Nullable [] file,
      @Context HttpHeaders headers) {
    Quarter of = QuarterParameter.read(quarter);
    return save(finess, of, CsvForm.read(orEmpty(file), json), dryRun, headers);
  }

  private static byte[] orEmpty(byte @Nullable [] file) {
    return file == null ? new byte[0] : file;
  }

  private byte[] workbook(QuarterlyRecord record) {
    return XlsxWriter.write(
        record.finess().value(),
        record.quarter().toString(),
        record.content(),
        specialties.labels(),
        Map.of());
  }

  private Response save(
      Finess finess, Quarter quarter, FileContent file, boolean dryRun, HttpHeaders headers) {
    try {
      SaveDraft.Saved saved =
          saveDraft.save(
              caller.get(),
              finess,
              quarter,
              file.content(),
              current -> RecordTags.demandCurrent(headers, current),
              dryRun);
      URI place = URI.create("/v1/centres/" + finess + "/quarterly-data/" + quarter);
      return RecordTags.answer(saved, dryRun, place);
    } catch (ProblemException refusal) {
      throw file.placed(refusal);
    }
  }
}
