package fr.cadran.contracts.fundingtable;

import fr.cadran.kit.access.RequiresScope;
import fr.cadran.kit.http.EntityTags;
import fr.cadran.kit.problem.ProblemException;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The amounts of the agreement, open to every account. */
@Path("/v1/funding-tables")
@Tag(
    name = "funding-tables",
    description = "Montants de l'ACI, datés et sourcés. — Amounts of the ACI, dated, with sources.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FundingTableResource {
  private static final int FIRST_PUBLICATION = 1;

  private final FundingTableRepository tables;

  FundingTableResource(FundingTableRepository tables) {
    this.tables = tables;
  }

  @GET
  @RequiresScope("funding-tables:read")
  @Operation(
      summary = "Tables de financement — Funding tables",
      description =
          "Les tables de l'ACI dans l'ordre de leur entrée en vigueur. — The tables of the ACI in"
              + " order of their entry into force.")
  @APIResponse(
      responseCode = "200",
      description = "Tables",
      content = @Content(schema = @Schema(implementation = FundingTableResponse.Listed.class)))
  public FundingTableResponse.Listed listFundingTables(
      @Parameter(
              description =
                  "Seulement les tables en vigueur ce jour. — Only tables in force on this day.")
          @QueryParam("on")
          @Nullable LocalDate on) {
    return new FundingTableResponse.Listed(
        tables.inForce(on).stream().map(FundingTableResource::view).toList(), null);
  }

  @GET
  @Path("/{code}")
  @RequiresScope("funding-tables:read")
  @Operation(
      summary = "Une table de financement — One funding table",
      description =
          "Chaque montant avec son texte légal, et les totaux par taille. — Each amount with its legal"
              + " source, and the totals by size.")
  @APIResponse(
      responseCode = "200",
      description = "Table",
      content = @Content(schema = @Schema(implementation = FundingTableResponse.class)))
  @APIResponse(responseCode = "304", description = "Inchangée — Unchanged")
  @APIResponse(responseCode = "404", description = "`NOT_FOUND`")
  public Response getFundingTable(@PathParam("code") String code, @Context Request request) {
    FundingTableEntity table =
        tables.findByIdOptional(code).orElseThrow(ProblemException::notFound);
    // A published table is frozen: its code and publication are its version.
    EntityTag tag = EntityTags.of(table.code, FIRST_PUBLICATION);
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged == null ? Response.ok(view(table)).tag(tag).build() : unchanged.build();
  }

  private static FundingTableResponse view(FundingTableEntity table) {
    return new FundingTableResponse(
        table.code,
        table.label,
        table.validFrom,
        table.validUntil,
        table.source,
        table.amounts.stream()
            .map(amount ->
                new FundingTableResponse.Amount(
                    amount.line,
                    amount.volet,
                    amount.size,
                    amount.amount,
                    amount.earmarked,
                    amount.source,
                    amount.verification))
            .toList(),
        table.amounts.stream()
            .map(amount -> amount.size)
            .distinct()
            .sorted()
            .map(size -> total(table.amounts, size))
            .toList());
  }

  private static FundingTableResponse.Total total(List<FundingAmountEntity> amounts, int size) {
    return new FundingTableResponse.Total(
        size,
        sum(amounts, amount -> amount.size == size),
        sum(amounts, amount -> amount.size == size && !amount.earmarked));
  }

  private static BigDecimal sum(
      List<FundingAmountEntity> amounts, Predicate<FundingAmountEntity> chosen) {
    return amounts.stream()
        .filter(chosen)
        .map(amount -> amount.amount)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }
}
