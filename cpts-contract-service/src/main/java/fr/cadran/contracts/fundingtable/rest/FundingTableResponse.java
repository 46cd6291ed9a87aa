package fr.cadran.contracts.fundingtable.rest;

import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameter;
import fr.cadran.contracts.fundingtable.domain.TableState;
import fr.cadran.kit.type.Euros;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a funding table as callers read it. */
@Schema(
    name = "FundingTable",
    description =
        "Montants annuels de l'ACI par taille de CPTS, en euros. — Yearly amounts of the ACI by size"
            + " of CPTS, in euros.")
record FundingTableResponse(
    @Schema(required = true, examples = "ACI-2019") String code,
    @Schema(required = true, minimum = "1") int version,
    @Schema(required = true, description = "Une version publiée est figée. — Published is frozen.")
        TableState state,
    @Schema(description = "null : brouillon. — null: draft.") @Nullable Instant publishedAt,
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
    @Schema(
            required = true,
            description =
                "Paramètres des règles, chacun avec sa source. — Parameters of the rules, each with"
                    + " its source.")
        List<Parameter> parameters) {

  /** One yearly amount with its legal source. */
  @Schema(name = "FundingAmount")
  record Amount(
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
              enumeration = {"verified", "to-verify", "assumption"},
              description =
                  "`to-verify` : montant tiré d'une source secondaire ; `assumption` : aucun texte."
                      + " — `to-verify`: from a secondary source; `assumption`: no text.")
          String verification) {

    static Amount of(FundingAmount amount) {
      return new Amount(
          amount.line().name(),
          amount.volet().name(),
          amount.size(),
          amount.amount().amount(),
          amount.earmarked(),
          amount.source(),
          amount.verification().token());
    }
  }

  /** What a CPTS of one size could receive in a year. */
  @Schema(name = "FundingTotal")
  record Total(
      @Schema(required = true, minimum = "1", maximum = "4") int size,
      @Schema(required = true, examples = "287000.00") BigDecimal total,
      @Schema(required = true, examples = "242000.00") BigDecimal withoutEarmarked) {}

  /** One parameter of the rule set. */
  @Schema(name = "FundingParameter")
  record Parameter(
      @Schema(required = true, examples = "advanceRate") String name,
      @Schema(required = true, examples = "0.75") String value,
      @Schema(
              examples = "ratio",
              description =
                  "years, months, inhabitants, EUR ou ratio ; null : un choix parmi des mots. —"
                      + " null: a choice among words.")
          @Nullable String unit,
      @Schema(required = true) String source,
      @Schema(
              required = true,
              enumeration = {"verified", "to-verify", "assumption"})
          String verification) {

    static Parameter of(RuleParameter parameter) {
      return new Parameter(
          parameter.name().token(),
          parameter.value(),
          unit(parameter.name()),
          parameter.source(),
          parameter.verification().token());
    }

    private static @Nullable String unit(RuleName name) {
      return switch (name) {
        case CONTRACT_YEARS -> "years";
        case ADVANCE_RATE -> "ratio";
        case PRORATION,
            SIZE_CHANGE,
            VARIABLE_FIRST_YEAR,
            RUNNING_COSTS_WITHOUT_MISSION,
            SNP_SCHEDULE,
            CRISIS_SCHEDULE,
            UNSPENT_EARMARKED ->
            null;
        case TERMINATION_NOTICE_MONTHS,
            DIALOGUE_MONTHS,
            START_MONTHS_ACCESS,
            DEPLOYMENT_MONTHS_ACCESS,
            START_MONTHS_PATHWAYS,
            DEPLOYMENT_MONTHS_PATHWAYS,
            ACTION_PRECOCE_MONTHS,
            DEEMED_VALIDATION_MONTHS ->
            "months";
        case SIZE_1_BELOW, SIZE_2_UP_TO, SIZE_3_UP_TO -> "inhabitants";
        case PROJET_DE_SANTE_GRANT, COORDINATION_TIME_GRANT -> "EUR";
      };
    }
  }

  /** The tables of the agreement. */
  @Schema(name = "FundingTables")
  record Listed(@Schema(required = true) List<FundingTableResponse> items, @Nullable String next) {}

  static FundingTableResponse of(FundingTableVersion table) {
    List<FundingAmount> amounts = table.content().amounts();
    return new FundingTableResponse(
        table.code(),
        table.version(),
        table.state(),
        table.publishedAt(),
        table.content().label(),
        table.content().validFrom(),
        table.content().validUntil(),
        table.content().source(),
        amounts.stream().map(Amount::of).toList(),
        amounts.stream()
            .map(FundingAmount::size)
            .distinct()
            .sorted()
            .map(size ->
                new Total(
                    size,
                    sum(amounts, amount -> amount.size() == size),
                    sum(amounts, amount -> amount.size() == size && !amount.earmarked())))
            .toList(),
        table.content().parameters().stream().map(Parameter::of).toList());
  }

  private static BigDecimal sum(List<FundingAmount> amounts, Predicate<FundingAmount> chosen) {
    return amounts.stream()
        .filter(chosen)
        .map(FundingAmount::amount)
        .reduce(Euros.ZERO, Euros::plus)
        .amount();
  }
}
