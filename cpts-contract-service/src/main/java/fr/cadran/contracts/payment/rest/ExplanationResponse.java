package fr.cadran.contracts.payment.rest;

import fr.cadran.contracts.payment.application.ExplanationDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a line has its amount. */
@Schema(
    name = "PaymentExplanation",
    description =
        "Le pourquoi d'un montant, à refaire à la main. — Why an amount, so that it can be done again"
            + " by hand.")
public record ExplanationResponse(
    @Schema(required = true, examples = "FIXE_AVANCE") String rule,
    @Schema(required = true, description = "Texte de la règle. — Text of the rule.") String text,
    @Schema(required = true, examples = "Arrêté du 21 août 2019, contrat type, art. 6.1")
        String source,
    @Schema(required = true, examples = "enveloppe × jours ÷ joursAnnee × tauxAvance")
        String formula,
    @Schema(required = true, examples = "17500.00 × 181 ÷ 365 × 0.75") String substituted,
    @Schema(required = true) List<Parameter> parameters,
    @Schema(
            required = true,
            nullable = true,
            examples = "633500/73",
            description =
                "Droit exact de l'enveloppe ; null pour une ligne versée d'avance. — Exact entitlement;"
                    + " null for a line paid ahead.")
        @Nullable String entitlement,
    @Schema(required = true, description = "Par indicateur. — By indicator.") List<Part> parts,
    @Schema(
            required = true,
            description = "Lignes déjà écrites qui ont été déduites. — Earlier lines deducted.")
        List<Earlier> earlier,
    @Schema(required = true, examples = "475125/73") String unrounded,
    @Schema(required = true, examples = "6508.56") BigDecimal rounded,
    @Schema(required = true, examples = "HALF_UP, 2 places, once at the published line")
        String rounding,
    @Schema(
            required = true,
            description =
                "`to-verify`, `assumption`, `hypothesis` : ce qu'aucun texte sûr ne fixe. — What no"
                    + " verified text settles.")
        List<String> flags) {

  /** A figure of the reference data. */
  @Schema(name = "PaymentParameter")
  public record Parameter(
      @Schema(required = true, examples = "advanceRate") String name,
      @Schema(required = true, examples = "0.75") String value,
      @Schema(required = true) String source,
      @Schema(
              required = true,
              enumeration = {"verified", "to-verify", "assumption", "hypothesis"})
          String verification) {}

  /** What one indicator brings. */
  @Schema(name = "PaymentPart")
  public record Part(
      @Schema(required = true, examples = "patients-parcours") String indicator,
      @Schema(required = true) String label,
      @Schema(required = true, examples = "RESULT") String type,
      @Schema(required = true, examples = "BANDS") String scale,
      @Schema(required = true, nullable = true) @Nullable String baseline,
      @Schema(required = true, nullable = true, examples = "15") @Nullable String target,
      @Schema(required = true, nullable = true, examples = "10") @Nullable String value,
      @Schema(required = true, examples = "valeur ÷ cible") String formula,
      @Schema(required = true, examples = "10 ÷ 15") String substituted,
      @Schema(required = true, nullable = true, examples = "2/3") @Nullable String achievement,
      @Schema(required = true, examples = "tranche ]0.5 ; 0.75] : 0.75") String reading,
      @Schema(required = true, examples = "0.75") String paidRate,
      @Schema(required = true, examples = "1", description = "Poids exact. — Exact weight.")
          String share,
      @Schema(required = true, examples = "475125/73") String unrounded,
      @Schema(required = true, examples = "6508.56") BigDecimal amount) {}

  /** A line that was written before. */
  @Schema(name = "EarlierLine")
  public record Earlier(
      @Schema(required = true, examples = "ADVANCE") String kind,
      @Schema(required = true) LocalDate dueOn,
      @Schema(required = true) BigDecimal amount) {}

  static ExplanationResponse of(ExplanationDocument why) {
    return new ExplanationResponse(
        why.rule().name(),
        why.text(),
        why.source(),
        why.formula(),
        why.substituted(),
        why.parameters().stream()
            .map(read ->
                new Parameter(read.name(), read.value(), read.source(), read.verification()))
            .toList(),
        why.entitlement(),
        why.parts().stream().map(ExplanationResponse::part).toList(),
        why.earlier().stream()
            .map(line -> new Earlier(line.kind().name(), line.dueOn(), line.amount()))
            .toList(),
        why.unrounded(),
        why.rounded(),
        why.rounding(),
        why.flags());
  }

  private static Part part(ExplanationDocument.Part part) {
    return new Part(
        part.indicator(),
        part.label(),
        part.type(),
        part.scale(),
        part.baseline(),
        part.target(),
        part.value(),
        part.formula(),
        part.substituted(),
        part.achievement(),
        part.reading(),
        part.paidRate(),
        part.share(),
        part.unrounded(),
        part.amount());
  }
}
