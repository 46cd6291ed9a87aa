package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.payment.application.PostedLine;
import fr.cadran.contracts.payment.application.ReadLedger;
import fr.cadran.contracts.payment.domain.LedgerBalance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The ledger of a contract. */
@Schema(
    name = "ContractLedger",
    description =
        "Toutes les lignes d'un contrat, jamais modifiées. — Every line of a contract, never changed.")
public record LedgerResponse(
    @Schema(required = true) UUID contract,
    @Schema(required = true) UUID cpts,
    @Schema(required = true, description = "Lignes choisies. — Chosen lines.") List<Line> lines,
    @Schema(required = true) Balance balance,
    @Schema(
            required = true,
            description =
                "Enveloppes d'années closes qu'on ne peut pas solder. — Envelopes of closed years that"
                    + " cannot be settled.")
        List<SimulationResponse.Open> open,
    @Schema(
            required = true,
            nullable = true,
            description = "Prochaine échéance du calendrier. — Next day the calendar pays.")
        @Nullable LocalDate nextDueOn) {

  /** A line. */
  @Schema(name = "LedgerLine")
  public record Line(
      @Schema(required = true) UUID id,
      @Schema(required = true, minimum = "1") int position,
      @Schema(required = true, minimum = "1") int contractYear,
      @Schema(required = true, examples = "ACCES_SOINS") String line,
      @Schema(required = true, examples = "FIXE") String volet,
      @Schema(required = true, examples = "ADVANCE") String kind,
      @Schema(required = true) LocalDate dueOn,
      @Schema(required = true, examples = "6508.56") BigDecimal amount,
      @Schema(required = true) Instant postedAt,
      @Schema(required = true, minimum = "1") int factsVersion,
      @Schema(required = true) ExplanationResponse explanation) {
    static Line of(PostedLine line) {
      return new Line(
          line.id(),
          line.position(),
          line.envelope().contractYear(),
          line.envelope().line().name(),
          line.envelope().volet().name(),
          line.kind().name(),
          line.dueOn(),
          line.amount().amount(),
          line.postedAt(),
          line.factsVersion(),
          ExplanationResponse.of(line.explanation()));
    }
  }

  /** Where the money stands. */
  @Schema(
      name = "LedgerBalance",
      description = "Sur toutes les lignes du contrat. — Over all lines of the contract.")
  public record Balance(
      @Schema(
              required = true,
              description = "Droits des années closes. — What closed years are worth.")
          BigDecimal entitled,
      @Schema(
              required = true,
              description =
                  "Somme signée de leurs lignes : égale aux droits. — Signed sum of their lines: equal to"
                      + " what they are worth.")
          BigDecimal settled,
      @Schema(
              required = true,
              description = "Versé sur des années non closes. — Paid for years not closed.")
          BigDecimal advanced,
      @Schema(required = true) BigDecimal paid,
      @Schema(required = true) BigDecimal recovered,
      @Schema(
              required = true,
              description =
                  "Enveloppe fléchée versée et non dépensée. — Earmarked money paid and not spent.")
          BigDecimal recoverable) {
    static Balance of(LedgerBalance balance) {
      return new Balance(
          balance.entitled().amount(),
          balance.settled().amount(),
          balance.advanced().amount(),
          balance.paid().amount(),
          balance.recovered().amount(),
          balance.recoverable().amount());
    }
  }

  static LedgerResponse of(ReadLedger.Ledger ledger, List<PostedLine> chosen) {
    return new LedgerResponse(
        ledger.head().contract(),
        ledger.head().cpts(),
        chosen.stream().map(Line::of).toList(),
        Balance.of(ledger.balance()),
        ledger.open().stream().map(SimulationResponse.Open::of).toList(),
        ledger.head().nextDueOn());
  }
}
