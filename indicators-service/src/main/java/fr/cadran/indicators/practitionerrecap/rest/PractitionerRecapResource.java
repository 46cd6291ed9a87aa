package fr.cadran.indicators.practitionerrecap.rest;

import fr.cadran.indicators.practitionerrecap.application.MakePractitionerRecaps;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The yearly recaps that a direction sends to its practitioners. */
@Path("/v1/centres/{finess}/practitioner-recaps/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "practitioner-recaps",
    description = "Bilans annuels par praticien. — Yearly recaps by practitioner.")
@RunOnVirtualThread
public class PractitionerRecapResource {
  private final MakePractitionerRecaps makePractitionerRecaps;
  private final CurrentCaller caller;

  PractitionerRecapResource(MakePractitionerRecaps makePractitionerRecaps, CurrentCaller caller) {
    this.makePractitionerRecaps = makePractitionerRecaps;
    this.caller = caller;
  }

  @GET
  @RequiresScope("indicators:read")
  @Operation(
      operationId = "getPractitionerRecaps",
      summary = "Bilans annuels par praticien — Yearly recaps by practitioner",
      description =
          "Heures médicales, actes, patients par trimestre, recettes, recettes et actes par heure"
              + " (ANNEXE VII), par pseudonyme. Les sommes couvrent les trimestres connus ; les"
              + " autres sont nommés. Les patients ne s'additionnent jamais. — Medical hours, acts,"
              + " patients by quarter, revenue, revenue and acts per hour, by pseudonym. Sums cover"
              + " the quarters that are known; the others are named. Patients are never summed.")
  @APIResponse(
      responseCode = "200",
      description = "Les bilans. — The recaps.",
      content = @Content(schema = @Schema(implementation = PractitionerRecapsResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getPractitionerRecaps(
      @Parameter(example = "930012345") @PathParam("finess") String finess,
      @Parameter(example = "2013", schema = @Schema(type = SchemaType.STRING, pattern = "\\d{4}"))
          @PathParam("year")
          String year,
      @Context Request request) {
    Finess centre = centre(finess);
    int of = year(year);
    PractitionerRecapsResponse answer =
        PractitionerRecapsResponse.of(
            centre, of, makePractitionerRecaps.make(centre, of, caller.get()));
    EntityTag tag = EntityTags.ofContent(answer);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged == null ? Response.ok(answer).tag(tag).build() : unchanged.build();
  }

  private static Finess centre(String finess) {
    try {
      return new Finess(finess);
    } catch (InvalidValueException noCentre) {
      throw ProblemException.notFound();
    }
  }

  private static int year(String text) {
    try {
      return Quarter.parse(text + "-Q1").year();
    } catch (InvalidValueException noYear) {
      throw ProblemException.notFound();
    }
  }
}
