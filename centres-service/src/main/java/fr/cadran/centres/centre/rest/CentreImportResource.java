package fr.cadran.centres.centre.rest;

import fr.cadran.centres.centre.application.ImportCentres;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.Languages;
import fr.cadran.kit.problem.ProblemTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many centres at once. */
@Path("/v1/centres/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "centres")
@RunOnVirtualThread
public class CentreImportResource {
  private static final String EXAMPLE =
      """
      finess;finessJuridique;name;managerKind;communeCode;specialties;rooms
      930012345;930000001;Centre municipal de santé Les Moulins;MUNICIPAL;93066;MEDECINE_GENERALE|DENTAIRE;multi=2
      """;

  private final ImportCentres importCentres;
  private final CurrentCaller caller;
  private final ProblemTexts texts;

  CentreImportResource(ImportCentres importCentres, CurrentCaller caller, ProblemTexts texts) {
    this.importCentres = importCentres;
    this.caller = caller;
    this.texts = texts;
  }

  @POST
  @Consumes(CentreCsv.MEDIA_TYPE)
  @RequiresScope("centres:write")
  @Operation(
      operationId = "importCentres",
      summary = "Importer des centres — Import centres",
      description =
          "CSV en UTF-8, séparé par « ; », avec les colonnes de l'export, au plus 5000 lignes. Une"
              + " ligne refusée n'arrête pas les autres ; une colonne absente laisse ce que dit le"
              + " registre, une cellule vide dit que ce n'est pas connu. Le même fichier deux fois"
              + " ne change rien. Avec `dryRun`, le même rapport, et rien n'est écrit. — CSV in"
              + " UTF-8, separated by “;”, with the columns of the export, 5000 rows at most. A row"
              + " that is refused does not stop the others; a column that is not there leaves what"
              + " the registry says, an empty cell says that it is not known. The same file twice"
              + " changes nothing. With `dryRun`, the same report, and nothing is written.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = CentreCsv.MEDIA_TYPE,
              schema = @Schema(type = SchemaType.STRING, maxLength = 2097152),
              examples = @ExampleObject(name = "centres", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Le rapport, ligne par ligne. — The report, row by row.",
      content = @Content(schema = @Schema(implementation = CentreImportResponse.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "`FILE_REFUSED` : ce n'est pas un tel fichier ; ligne et colonne sont dites. — It is no"
              + " such file; line and column are told.")
  public CentreImportResponse importCentres(
      @QueryParam("dryRun")
          @DefaultValue("false")
          @Parameter(description = "Ne rien écrire. — Write nothing.")
          boolean dryRun,
      byte[] file,
      @Context HttpHeaders headers) {
    return CentreImportResponse.of(
        importCentres.run(caller.get(), CentreCsv.read(file), dryRun),
        dryRun,
        texts,
        Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
  }
}
