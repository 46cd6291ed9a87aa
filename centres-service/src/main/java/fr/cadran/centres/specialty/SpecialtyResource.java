package fr.cadran.centres.specialty;

import fr.cadran.kit.access.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The list of specialties. */
@Path("/v1/specialties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "specialties", description = "Spécialités de la grille. — Specialties of the grid.")
@RunOnVirtualThread
public class SpecialtyResource {
  private final SpecialtyRepository specialties;

  SpecialtyResource(SpecialtyRepository specialties) {
    this.specialties = specialties;
  }

  @GET
  @RequiresScope("centres:read")
  @Operation(
      operationId = "listSpecialties",
      summary = "Liste des spécialités — List of specialties",
      description =
          "Toutes les spécialités, dans l'ordre de la grille de recueil. La liste est courte et"
              + " peut grandir. — Every specialty, in the order of the grid. The list is short and"
              + " may grow.")
  @APIResponse(responseCode = "200", description = "La liste. — The list.")
  public SpecialtiesResponse listSpecialties() {
    return new SpecialtiesResponse(
        specialties.inOrder().stream()
            .map(row ->
                new SpecialtiesResponse.Specialty(row.code, row.labelFr, row.labelEn, row.source))
            .toList());
  }
}
