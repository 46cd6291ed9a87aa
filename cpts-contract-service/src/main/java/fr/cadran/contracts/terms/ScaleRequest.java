package fr.cadran.contracts.terms;

import fr.cadran.contracts.indicator.domain.AchievementScale;
import fr.cadran.contracts.indicator.domain.Bound;
import fr.cadran.contracts.indicator.domain.Interval;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Rational;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scale as it travels. */
@Schema(
    name = "AchievementScale",
    description =
        "Barème : comment un résultat devient un taux payé ; sans barème, PRO_RATA. — How a result becomes a paid rate; PRO_RATA when there is none.")
public record ScaleRequest(
    @Schema(
            required = true,
            enumeration = {
              "ALL_OR_NOTHING",
              "PRO_RATA",
              "BANDS",
              "STEPS",
              "INTERPOLATED",
              "AGREED"
            })
        @NotNull Kind kind,
    @Schema(
            nullable = true,
            description =
                "BANDS : tranches du taux d'atteinte, de 0 à 1, dans l'ordre. — Bands of the"
                    + " achievement, from 0 to 1, in order.")
        @Size(max = 100) @Nullable List<@Valid @NotNull BandRequest> bands,
    @Schema(
            nullable = true,
            description =
                "STEPS : paliers de la valeur mesurée, à partir de 0. — Steps of the measured value,"
                    + " from 0 on.")
        @Size(max = 100) @Nullable List<@Valid @NotNull StepRequest> steps,
    @Schema(
            nullable = true,
            examples = "0.5",
            description = "INTERPOLATED : en dessous, rien. — Below it, nothing.")
        @Digits(integer = 12, fraction = 12) @Nullable BigDecimal lower,
    @Schema(
            nullable = true,
            examples = "1",
            description = "INTERPOLATED : à partir de là, tout. — From it on, everything.")
        @Digits(integer = 12, fraction = 12) @Nullable BigDecimal upper,
    @Schema(
            nullable = true,
            defaultValue = "ACHIEVEMENT",
            description =
                "INTERPOLATED : ce que les seuils bornent, le taux d'atteinte (par défaut) ou la"
                    + " valeur mesurée. — What the thresholds bound.")
        AchievementScale.@Nullable Reads reads) {

  /** The six kinds. */
  public enum Kind {
    ALL_OR_NOTHING,
    PRO_RATA,
    BANDS,
    STEPS,
    INTERPOLATED,
    AGREED
  }

  /** A band. */
  @Schema(name = "AchievementBand")
  public record BandRequest(
      @Schema(
              nullable = true,
              description =
                  "Borne basse, exclue par défaut ; sans elle, la tranche suit la précédente. — Lower"
                      + " bound, excluded by default; without it the band follows the one before.")
          @DecimalMin("0") @Digits(integer = 3, fraction = 12) @Nullable BigDecimal from,
      @Schema(
              nullable = true,
              description =
                  "Absent : non, sauf pour la tranche qui finit à 0. — When left out: no, but for"
                      + " the band that ends at 0.")
          @Nullable Boolean fromIncluded,
      @Schema(
              required = true,
              examples = "0.25",
              description = "Borne haute, incluse par défaut. — Upper bound, included by default.")
          @NotNull @DecimalMin("0") @Digits(integer = 3, fraction = 12) BigDecimal upTo,
      @Schema(nullable = true, defaultValue = "true") @Nullable Boolean upToIncluded,
      @Schema(required = true, examples = "0.25")
          @NotNull @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 12) BigDecimal pays) {}

  /** A step. */
  @Schema(name = "AchievementStep")
  public record StepRequest(
      @Schema(
              nullable = true,
              description = "Borne basse, incluse par défaut. — Lower bound, included by default.")
          @Digits(integer = 12, fraction = 12) @Nullable BigDecimal from,
      @Schema(nullable = true, defaultValue = "true") @Nullable Boolean fromIncluded,
      @Schema(
              nullable = true,
              description =
                  "Borne haute, exclue par défaut ; null : sans fin. — Upper bound, excluded by"
                      + " default; null: no end.")
          @Digits(integer = 12, fraction = 12) @Nullable BigDecimal to,
      @Schema(nullable = true, defaultValue = "false") @Nullable Boolean toIncluded,
      @Schema(
              nullable = true,
              description =
                  "Euros d'une année pleine ; ou `share`. — Euros of a full year; or `share`.")
          @DecimalMin("0") @Digits(integer = 12, fraction = 2) @Nullable BigDecimal amount,
      @Schema(nullable = true, examples = "0.5")
          @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 12) @Nullable BigDecimal share) {}

  /** What the kind asks for and is not there, or is there and not asked for. */
  List<FieldError> errors(String pointer) {
    List<FieldError> errors = new ArrayList<>();
    wants(errors, kind == Kind.BANDS, bands, pointer + "/bands");
    wants(errors, kind == Kind.STEPS, steps, pointer + "/steps");
    wants(errors, kind == Kind.INTERPOLATED, lower, pointer + "/lower");
    wants(errors, kind == Kind.INTERPOLATED, upper, pointer + "/upper");
    if (steps != null) {
      for (int i = 0; i < steps.size(); i++) {
        if ((steps.get(i).amount() == null) == (steps.get(i).share() == null)) {
          errors.add(new FieldError(pointer + "/steps/" + i, "AMOUNT_OR_SHARE"));
        }
      }
    }
    return errors;
  }

  private static void wants(
      List<FieldError> errors, boolean wanted, @Nullable Object part, String pointer) {
    if (wanted && part == null) {
      errors.add(new FieldError(pointer, "MISSING_IN_SCALE"));
    } else if (!wanted && part != null) {
      errors.add(new FieldError(pointer, "NOT_OF_THIS_SCALE"));
    }
  }

  /** The scale; {@link #errors} has found none. */
  AchievementScale toDomain() {
    return switch (kind) {
      case ALL_OR_NOTHING -> new AchievementScale.AllOrNothing();
      case PRO_RATA -> new AchievementScale.ProRata();
      case BANDS -> new AchievementScale.Bands(bandsOf(Objects.requireNonNull(bands)));
      case STEPS ->
          new AchievementScale.Steps(
              Objects.requireNonNull(steps).stream().map(ScaleRequest::step).toList());
      case INTERPOLATED ->
          new AchievementScale.Interpolated(
              Rational.of(Objects.requireNonNull(lower)),
              Rational.of(Objects.requireNonNull(upper)),
              reads == null ? AchievementScale.Reads.ACHIEVEMENT : reads);
      case AGREED -> new AchievementScale.Agreed();
    };
  }

  private static List<AchievementScale.Band> bandsOf(List<BandRequest> requests) {
    List<AchievementScale.Band> bands = new ArrayList<>();
    Bound before = null;
    for (BandRequest one : requests) {
      Bound to =
          new Bound(Rational.of(one.upTo()), one.upToIncluded() == null || one.upToIncluded());
      bands.add(
          new AchievementScale.Band(
              new Interval(lowerBound(one, before), to), Rational.of(one.pays())));
      before = to;
    }
    return bands;
  }

  private static Bound lowerBound(BandRequest band, @Nullable Bound before) {
    if (band.from() != null) {
      return new Bound(
          Rational.of(band.from()), band.fromIncluded() != null && band.fromIncluded());
    }
    if (before != null) {
      return new Bound(before.at(), !before.included());
    }
    // The first band holds 0 only when it ends there: the bands of seed 003 begin above 0.
    return new Bound(
        Rational.ZERO,
        band.fromIncluded() == null ? band.upTo().signum() == 0 : band.fromIncluded());
  }

  private static AchievementScale.Step step(StepRequest one) {
    Bound from =
        one.from() == null
            ? null
            : new Bound(Rational.of(one.from()), one.fromIncluded() == null || one.fromIncluded());
    Bound to =
        one.to() == null
            ? null
            : new Bound(Rational.of(one.to()), one.toIncluded() != null && one.toIncluded());
    return new AchievementScale.Step(
        new Interval(from, to),
        one.amount() != null
            ? new AchievementScale.Payout.OfEuros(new Euros(one.amount()))
            : new AchievementScale.Payout.OfShare(
                Rational.of(Objects.requireNonNull(one.share()))));
  }

  /** A scale of the domain as it travels; every bound is written out. */
  static ScaleRequest of(AchievementScale scale) {
    return switch (scale) {
      case AchievementScale.Bands(var bands) ->
          new ScaleRequest(
              Kind.BANDS, bands.stream().map(ScaleRequest::band).toList(), null, null, null, null);
      case AchievementScale.Steps(var steps) ->
          new ScaleRequest(
              Kind.STEPS, null, steps.stream().map(ScaleRequest::step).toList(), null, null, null);
      case AchievementScale.Interpolated(Rational lower, Rational upper, var reads) ->
          new ScaleRequest(
              Kind.INTERPOLATED, null, null, Decimals.of(lower), Decimals.of(upper), reads);
      case AchievementScale.AllOrNothing() -> bare(Kind.ALL_OR_NOTHING);
      case AchievementScale.ProRata() -> bare(Kind.PRO_RATA);
      case AchievementScale.Agreed() -> bare(Kind.AGREED);
    };
  }

  private static ScaleRequest bare(Kind kind) {
    return new ScaleRequest(kind, null, null, null, null, null);
  }

  private static BandRequest band(AchievementScale.Band band) {
    Bound from = Objects.requireNonNull(band.achievement().from());
    Bound to = Objects.requireNonNull(band.achievement().to());
    return new BandRequest(
        Decimals.of(from.at()),
        from.included(),
        Decimals.of(to.at()),
        to.included(),
        Decimals.of(band.pays()));
  }

  private static StepRequest step(AchievementScale.Step step) {
    Bound from = step.value().from();
    Bound to = step.value().to();
    return new StepRequest(
        from == null ? null : Decimals.of(from.at()),
        from == null ? null : from.included(),
        to == null ? null : Decimals.of(to.at()),
        to == null ? null : to.included(),
        step.pays() instanceof AchievementScale.Payout.OfEuros(Euros euros) ? euros.amount() : null,
        step.pays() instanceof AchievementScale.Payout.OfShare(Rational share)
            ? Decimals.of(share)
            : null);
  }
}
