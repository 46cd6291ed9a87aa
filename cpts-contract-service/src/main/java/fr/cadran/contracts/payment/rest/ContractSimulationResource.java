package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.payment.application.CompareSimulations;
import fr.cadran.contracts.payment.application.FindFundingTable;
import fr.cadran.contracts.payment.application.SimulateContract;
import fr.cadran.contracts.payment.domain.ContractSimulation;
import fr.cadran.kit.access.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a target is worth before it is signed. */
@Path("/v1/contract-simulations")
@Tag(
    name = "contract-simulations",
    description =
        "Préparer une négociation : le même moteur que les paiements, rien n'est conservé. — Prepare a"
            + " negotiation: the same engine as payments, nothing is stored.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ContractSimulationResource {
  private static final String AS_GIVEN = "tel que saisi";
  private static final String EXAMPLE =
      """
      {"fundingTable": "ACI-2019", "size": 2, "signedOn": "2022-03-01", "years": 5,
       "missions": [{"mission": "ACCES_SOINS", "startedOn": "2022-09-01",
         "indicators": [{"code": "patients-parcours", "weight": 1.0, "direction": "RISING", "baseline": 0,
           "targets": {"1": 15}, "values": {"1": 10}, "mode": "LEVEL",
           "scale": {"kind": "BANDS", "bands": [{"upTo": 0, "pays": 0}, {"upTo": 0.25, "pays": 0.25},
             {"upTo": 0.50, "pays": 0.50}, {"upTo": 0.75, "pays": 0.75}, {"upTo": 1.00, "pays": 1.00}]}}]}],
       "hypotheses": [{"name": "pire cas", "values": {"patients-parcours": {"1": 4}}}],
       "alternativeScales": [{"name": "au prorata", "scales": {"patients-parcours": {"kind": "PRO_RATA"}}}]}\
      """;
  private static final String COMPARISON =
      """
      {"from": {"fundingTable": "ACI-2019", "size": 2, "signedOn": "2022-03-01", "years": 1, "missions": []},
       "to": {"fundingTable": "ACI-2019", "size": 3, "signedOn": "2022-03-01", "years": 1, "missions": []}}\
      """;

  private final FindFundingTable findFundingTable;
  private final SimulateContract simulateContract;
  private final CompareSimulations compareSimulations;

  ContractSimulationResource(
      FindFundingTable findFundingTable,
      SimulateContract simulateContract,
      CompareSimulations compareSimulations) {
    this.findFundingTable = findFundingTable;
    this.simulateContract = simulateContract;
    this.compareSimulations = compareSimulations;
  }

  @POST
  @RequiresScope("contracts:simulate")
  @Operation(
      operationId = "simulateContract",
      summary = "Simuler un contrat — Simulate a contract",
      description =
          "Les lignes année par année, chacune avec sa trace ; des hypothèses et des barèmes comparés"
              + " côte à côte. Répéter l'appel ne change rien. — The lines year by year, each with its"
              + " trace; hypotheses and scales side by side. Repeating the call changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Ce que le contrat rapporterait. — What it would come to.",
      content = @Content(schema = @Schema(implementation = SimulationResponse.class)))
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque valeur refusée — every refused value")
  public SimulationResponse simulateContract(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = SimulationRequest.class),
                      examples = @ExampleObject(name = "taille 2", value = EXAMPLE)))
          @Valid @NotNull SimulationRequest request) {
    ContractSimulation base = read(request, "");
    return SimulationResponse.of(base, simulateContract.simulate(base), scenarios(request, base));
  }

  private List<SimulationResponse.Scenario> scenarios(
      SimulationRequest request, ContractSimulation base) {
    List<SimulationRequest.Hypothesis> hypotheses =
        request.hypotheses() == null ? List.of() : request.hypotheses();
    List<SimulationRequest.ScaleChoice> choices =
        request.alternativeScales() == null ? List.of() : request.alternativeScales();
    if (hypotheses.isEmpty() && choices.isEmpty()) {
      return List.of();
    }
    List<SimulationResponse.Scenario> scenarios = new ArrayList<>();
    for (int i = -1; i < hypotheses.size(); i++) {
      String hypothesis = i < 0 ? AS_GIVEN : hypotheses.get(i).name();
      ContractSimulation valued =
          i < 0 ? base : SimulationReader.under(base, hypotheses.get(i), "/hypotheses/" + i);
      for (int j = -1; j < choices.size(); j++) {
        ContractSimulation scaled =
            j < 0
                ? valued
                : SimulationReader.with(valued, choices.get(j), "/alternativeScales/" + j);
        scenarios.add(
            SimulationResponse.Scenario.of(
                hypothesis,
                j < 0 ? AS_GIVEN : choices.get(j).name(),
                simulateContract.simulate(scaled)));
      }
    }
    return scenarios;
  }

  @POST
  @Path("/comparison")
  @RequiresScope("contracts:simulate")
  @Operation(
      operationId = "compareSimulations",
      summary = "Comparer deux simulations — Compare two simulations",
      description =
          "L'écart entre deux contrats imaginés, attribué à la taille, aux poids, aux cibles, aux"
              + " résultats, au reste et aux arrondis. — The difference between two imagined contracts,"
              + " attributed to size class, weights, targets, achievement, other terms and rounding.")
  @APIResponse(
      responseCode = "200",
      description = "L'écart expliqué. — The difference explained.",
      content = @Content(schema = @Schema(implementation = ComparisonResponse.class)))
  @APIResponse(
      responseCode = "422",
      description = "`INVALID` : chaque valeur refusée — every refused value")
  public ComparisonResponse compareSimulations(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = ComparisonRequest.class),
                      examples = @ExampleObject(name = "taille 2 ou 3", value = COMPARISON)))
          @Valid @NotNull ComparisonRequest request) {
    return ComparisonResponse.of(
        compareSimulations.compare(read(request.from(), "/from"), read(request.to(), "/to")));
  }

  private ContractSimulation read(SimulationRequest request, String root) {
    return SimulationReader.read(request, root, findFundingTable::find);
  }
}
