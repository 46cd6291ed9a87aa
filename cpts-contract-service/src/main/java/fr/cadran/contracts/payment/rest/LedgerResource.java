package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.contracts.payment.application.PostedLine;
import fr.cadran.contracts.payment.application.ReadLedger;
import fr.cadran.contracts.payment.domain.PaymentKind;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger of a contract. */
@Path("/v1/contracts/{id}/ledger")
@Tag(
    name = "ledger",
    description =
        "L'argent d'un contrat, ligne par ligne. — The money of a contract, line by line.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LedgerResource {
  private final ReadLedger readLedger;
  private final CurrentCaller caller;

  LedgerResource(ReadLedger readLedger, CurrentCaller caller) {
    this.readLedger = readLedger;
    this.caller = caller;
  }

  @GET
  @RequiresScope("contracts:read")
  @Operation(
      operationId = "getContractLedger",
      summary = "Lire le grand livre d'un contrat — Read the ledger of a contract",
      description =
          "Chaque ligne avec sa trace, la plus ancienne d'abord ; les filtres choisissent des lignes, le"
              + " solde porte sur toutes. Un contrat non signé n'a pas de grand livre. — Each line with"
              + " its trace, the oldest first; filters choose lines, the balance is over all. A contract"
              + " that is not signed has no ledger.")
  @APIResponse(
      responseCode = "200",
      description = "Le grand livre. — The ledger.",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = LedgerResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangé. — Not modified.")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getContractLedger(
      @PathParam("id") @Parameter(example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90") UUID id,
      @QueryParam("contractYear") @Nullable Integer contractYear,
      @QueryParam("line") @Nullable FundingLine line,
      @QueryParam("volet") @Nullable Volet volet,
      @QueryParam("kind") @Nullable PaymentKind kind,
      @Parameter(
              description = "Ce que la plateforme savait à cet instant. — What it knew then.",
              example = "2026-11-21T12:00:00Z")
          @QueryParam("asOf")
          @Nullable Instant asOf,
      @Context Request request) {
    ReadLedger.Ledger ledger = readLedger.read(caller.get(), id, asOf);
    EntityTag tag =
        EntityTags.of(
            ledger.head().lines(),
            ledger.head().factsVersion(),
            String.valueOf(contractYear),
            String.valueOf(line),
            String.valueOf(volet),
            String.valueOf(kind),
            String.valueOf(asOf));
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    if (unchanged != null) {
      return unchanged.build();
    }
    List<PostedLine> chosen =
        ledger.lines().stream()
            .filter(one -> contractYear == null || one.envelope().contractYear() == contractYear)
            .filter(one -> line == null || one.envelope().line() == line)
            .filter(one -> volet == null || one.envelope().volet() == volet)
            .filter(one -> kind == null || one.kind() == kind)
            .toList();
    return Response.ok(LedgerResponse.of(ledger, chosen)).tag(tag).build();
  }
}
