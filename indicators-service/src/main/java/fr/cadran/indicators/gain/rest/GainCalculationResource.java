package fr.cadran.indicators.gain.rest;

import fr.cadran.indicators.gain.application.CalculatePotentialGain;
import fr.cadran.indicators.gain.application.ListGainMethods;
import fr.cadran.kit.access.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stateless calculators of gains. */
@Path("/v1/gain-calculations/{levier}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "gains", description = "Gains potentiels. — Potential gains.")
@RunOnVirtualThread
public class GainCalculationResource {
  private static final String EXAMPLE =
      """
      {"method": "bao-2014", "period": "YEAR",
       "rows": [{"specialty": "MEDECINE_GENERALE", "honoured": 1200, "withoutAppointment": 300,
                 "cancelled": 110, "notHonoured": 100, "revenue": 100000.00}]}\
      """;

  private static final String OCCUPANCY =
      """
      {"period": "QUARTER", "parameters": {"targetOccupancy": 0.85},
       "rows": [{"specialty": "MEDECINE_GENERALE", "rooms": 4, "openHalfDays": 10,
                 "sessionsHeld": 28, "revenue": 92400.00}]}\
      """;

  private final CalculatePotentialGain calculatePotentialGain;
  private final ListGainMethods listGainMethods;

  GainCalculationResource(
      CalculatePotentialGain calculatePotentialGain, ListGainMethods listGainMethods) {
    this.calculatePotentialGain = calculatePotentialGain;
    this.listGainMethods = listGainMethods;
  }

  @GET
  @RequiresScope("gains:calculate")
  @Operation(
      operationId = "listGainMethods",
      summary = "Méthodes de calcul d’un levier — Methods of a levier",
      description =
          "Pour chaque méthode : sa formule, les colonnes de ses lignes, ses paramètres et leurs valeurs"
              + " par défaut. — For each method: its formula, the columns of its rows, its parameters"
              + " and their defaults.")
  @APIResponse(responseCode = "200", description = "Les méthodes. — The methods.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public GainMethodsResponse listGainMethods(
      @Parameter(example = "OCCUPATION") @PathParam("levier") String levier) {
    return GainMethodsResponse.of(listGainMethods.list(levier));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope("gains:calculate")
  @Operation(
      operationId = "calculateGain",
      summary = "Calcule un gain potentiel — Calculates a potential gain",
      description =
          "Le gain d'un levier, ligne par ligne, avec sa trace ; rien n'est conservé, répéter l'appel"
              + " ne change rien. — The gain of a levier, row by row, with its trace; nothing is"
              + " stored, repeating the call changes nothing.")
  @APIResponse(responseCode = "200", description = "Le gain. — The gain.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  @APIResponse(responseCode = "422", description = "`INVALID`, `CALCULATOR_NOT_AVAILABLE`")
  public GainResponse calculateGain(
      @Parameter(example = "NON_VENUE") @PathParam("levier") String levier,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = GainCalculationRequest.class),
                      examples = {
                        @ExampleObject(name = "ANNEXE VI", value = EXAMPLE),
                        @ExampleObject(name = "OCCUPATION", value = OCCUPANCY)
                      }))
          @Valid @NotNull GainCalculationRequest request) {
    return GainResponse.of(
        calculatePotentialGain.calculate(
            levier, request.method(), request.chosenPeriod(), request::chosenInputs));
  }
}
