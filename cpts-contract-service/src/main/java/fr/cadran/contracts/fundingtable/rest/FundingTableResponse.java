package fr.cadran.contracts.fundingtable.rest;

import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A funding table as callers read it. */
@Schema(
    name = "FundingTable",
    description =
        "Montants annuels de l'ACI par taille de CPTS, en euros. — Yearly amounts of the ACI by size"
            + " of CPTS, in euros.")
public record FundingTableResponse(
    @Schema(required = true, examples = "ACI-2019") String code,
    @Schema(required = true) String label,
    @Schema(required = true, description = "Premier jour de validité. — First day in force.")
        LocalDate validFrom,
    @Schema(
            description =
                "Premier jour où la table ne vaut plus ; null : en vigueur. — First day out of force;"
                    + " null: in force.")
        @Nullable LocalDate validUntil,
    @Schema(required = true, description = "Texte légal. — Legal source.") String source,
    @Schema(required = true) List<Amount> amounts,
    @Schema(required = true) List<Total> totals,
    @Schema(required = true, minimum = "1", description = "Version publiée. — Published version.")
        int version,
    @Schema(
            required = true,
            description =
                "Paramètres de calcul, chacun avec sa source. — Parameters of the computation, each"
                    + " with its source.")
        List<Parameter> parameters) {

  static FundingTableResponse of(FundingTable table) {
    return new FundingTableResponse(
        table.code(),
        table.label(),
        table.validFrom(),
        table.validUntil(),
        table.source(),
        table.amounts().stream()
            .map(amount ->
                new Amount(
                    amount.line().name(),
                    amount.volet().name(),
                    amount.size(),
                    amount.amount().amount(),
                    amount.earmarked(),
                    amount.source(),
                    amount.verification().token()))
            .toList(),
        table.amounts().stream()
            .map(FundingAmount::size)
            .distinct()
            .sorted()
            .map(size ->
                new Total(
                    size, table.total(size, true).amount(), table.total(size, false).amount()))
            .toList(),
        table.version(),
        table.parameters().all().stream()
            .map(parameter ->
                new Parameter(
                    parameter.name().token(),
                    parameter.value(),
                    parameter.source(),
                    parameter.verification().token()))
            .toList());
  }

  /** One parameter of the rule set. */
  @Schema(name = "FundingParameter")
  public record Parameter(
      @Schema(required = true, examples = "advanceRate") String name,
      @Schema(required = true, examples = "0.75") String value,
      @Schema(required = true) String source,
      @Schema(
              required = true,
              enumeration = {"verified", "to-verify", "assumption"},
              description = "`assumption` : aucun texte ne tranche. — No text settles it.")
          String verification) {}

  /** One yearly amount with its legal source. */
  @Schema(name = "FundingAmount")
  public record Amount(
      @Schema(
              required = true,
              examples = "ACCES_SOINS",
              description = "Ligne : mission ou fonctionnement. — Line: mission or running costs.")
          String line,
      @Schema(
              required = true,
              enumeration = {
                "FONCTIONNEMENT",
                "FIXE",
                "VARIABLE",
                "SNP_COMPENSATION",
                "SNP_ORIENTATION",
                "CRISE"
              })
          String volet,
      @Schema(required = true, minimum = "1", maximum = "4") int size,
      @Schema(required = true, examples = "17500.00") BigDecimal amount,
      @Schema(
              required = true,
              description =
                  "Enveloppe fléchée : à usage unique. — Earmarked: for one purpose only.")
          boolean earmarked,
      @Schema(required = true) String source,
      @Schema(
              required = true,
              enumeration = {"verified", "to-verify"},
              description =
                  "`to-verify` : montant tiré d'une source secondaire. — From a secondary source.")
          String verification) {}

  /** What a CPTS of one size could receive in a year. */
  @Schema(name = "FundingTotal")
  public record Total(
      @Schema(required = true, minimum = "1", maximum = "4") int size,
      @Schema(required = true, examples = "287000.00") BigDecimal total,
      @Schema(required = true, examples = "242000.00") BigDecimal withoutEarmarked) {}

  /** The tables of the agreement. */
  @Schema(name = "FundingTables")
  public record Listed(
      @Schema(required = true) List<FundingTableResponse> items, @Nullable String next) {}
}
