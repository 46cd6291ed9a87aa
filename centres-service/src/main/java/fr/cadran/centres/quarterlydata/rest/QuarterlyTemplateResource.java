package fr.cadran.centres.quarterlydata.rest;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.rule.domain.KnownSpecialties;
import fr.cadran.kit.access.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bare workbook of the grid. */
@Path("/v1/quarterly-data")
@Tag(name = "quarterly-data")
@RunOnVirtualThread
public class QuarterlyTemplateResource {
  private final KnownSpecialties specialties;

  QuarterlyTemplateResource(KnownSpecialties specialties) {
    this.specialties = specialties;
  }

  @GET
  @Path("/template.xlsx")
  @Produces(FileTypes.XLSX)
  @RequiresScope("centres:read")
  @Operation(
      operationId = "getQuarterlyDataTemplate",
      summary = "Télécharger le modèle vide — Download the empty template",
      description =
          "Classeur protégé, une feuille par section, à remplir et à renvoyer par PUT. — Protected"
              + " workbook, one sheet a section, to be filled in and sent back by PUT.")
  @APIResponse(
      responseCode = "200",
      description = "Le classeur. — The workbook.",
      content =
          @Content(
              mediaType = FileTypes.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response getQuarterlyDataTemplate() {
    byte[] file =
        XlsxWriter.write(null, null, QuarterlyContent.EMPTY, specialties.labels(), Map.of());
    return FileTypes.file(FileTypes.XLSX, "recueil.xlsx", file).build();
  }
}
