package fr.cadran.contracts.fundingtable.rest;

import fr.cadran.contracts.fundingtable.application.ListFundingTables;
import fr.cadran.contracts.fundingtable.application.ReadFundingTable;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
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
import java.time.LocalDate;
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
  private final ListFundingTables listFundingTables;
  private final ReadFundingTable readFundingTable;

  FundingTableResource(ListFundingTables listFundingTables, ReadFundingTable readFundingTable) {
    this.listFundingTables = listFundingTables;
    this.readFundingTable = readFundingTable;
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
        listFundingTables.list(on).stream().map(FundingTableResponse::of).toList(), null);
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
  public Response getFundingTable(
      @Parameter(example = "ACI-2019") @PathParam("code") String code, @Context Request request) {
    FundingTable table = readFundingTable.read(code);
    // A published version is frozen: its code and number are its content.
    EntityTag tag = EntityTags.of(table.code(), table.version());
    Response.ResponseBuilder unchanged = EntityTags.notModified(request, tag);
    return unchanged == null
        ? Response.ok(FundingTableResponse.of(table)).tag(tag).build()
        : unchanged.build();
  }
}
