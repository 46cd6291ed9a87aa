package fr.cadran.indicators.catalogue.rest;

import fr.cadran.kit.access.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The list of leviers. */
@Path("/v1/leviers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue", description = "Leviers et indicateurs. — Leviers and indicators.")
@RunOnVirtualThread
public class LevierResource {
  @GET
  // Every role holds this scope: the catalogue is for all who have an account.
  @RequiresScope("gains:calculate")
  @Operation(
      operationId = "listLeviers",
      summary = "Liste des leviers — List of leviers",
      description =
          "Les onze leviers du programme, leur onglet dans le classeur BAO et leurs indicateurs. —"
              + " The eleven leviers of the programme, their tab in the BAO workbook and their"
              + " indicators.")
  @APIResponse(responseCode = "200", description = "La liste. — The list.")
  public LeviersResponse listLeviers() {
    return LeviersResponse.all();
  }
}
