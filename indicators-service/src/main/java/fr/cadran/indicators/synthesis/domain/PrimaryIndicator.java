package fr.cadran.indicators.synthesis.domain;

import static fr.cadran.indicators.catalogue.domain.Direction.HIGHER_IS_BETTER;
import static fr.cadran.indicators.catalogue.domain.Direction.LOWER_IS_BETTER;

import fr.cadran.indicators.catalogue.domain.Direction;
import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.kit.type.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The indicators that decide whether a levier had a positive result (indicators.md §5). Where a
 * levier has two, the first that has a value in both quarters decides.
 */
public enum PrimaryIndicator {
  NO_SHOWS(Levier.NON_VENUE, "taux-non-venue", LOWER_IS_BETTER),
  CCAM_ACTS(Levier.CODAGE, "part-actes-ccam", HIGHER_IS_BETTER),
  OCCUPANCY(Levier.OCCUPATION, "taux-occupation", HIGHER_IS_BETTER),
  IMAGING_COVERAGE(Levier.IMAGERIE, "couverture-charges-imagerie", HIGHER_IS_BETTER),
  IMAGING_REVENUE_PER_HOUR(Levier.IMAGERIE, "ca-horaire-imagerie", HIGHER_IS_BETTER),
  DENTAL_COVERAGE(Levier.DENTAIRE, "couverture-charges-dentaire", HIGHER_IS_BETTER),
  DENTAL_REVENUE_PER_HOUR(Levier.DENTAIRE, "ca-horaire-dentaire", HIGHER_IS_BETTER),
  UNPAID_BY_PATIENTS(Levier.IMPAYES, "impayes-patients", LOWER_IS_BETTER),
  SUBSIDY_PER_FILE(Levier.PRELEVEMENTS, "subvention-par-dossier", HIGHER_IS_BETTER),
  MEMBERSHIPS(Levier.COORDINATION, "adhesions", HIGHER_IS_BETTER),
  PURCHASES(Levier.ACHATS, "achats-ca", LOWER_IS_BETTER);

  private final Levier levier;
  private final String code;
  private final Direction direction;

  PrimaryIndicator(Levier levier, String code, Direction direction) {
    this.levier = levier;
    this.code = code;
    this.direction = direction;
  }

  /** Those of a levier, the first choice first; none for the leviers that nothing decides. */
  public static List<PrimaryIndicator> of(Levier levier) {
    return Arrays.stream(values()).filter(indicator -> indicator.levier == levier).toList();
  }

  /** The codes of all of them. */
  public static Set<String> codes() {
    return Arrays.stream(values()).map(PrimaryIndicator::code).collect(Collectors.toSet());
  }

  /** Code in the catalogue, for example {@code taux-non-venue}. */
  public String code() {
    return code;
  }

  /** Which way it improves. */
  public Direction direction() {
    return direction;
  }

  /** Whether a value moved in the direction; one that stayed did not. */
  public boolean improved(Rational baseline, Rational current) {
    int moved = current.compareTo(baseline);
    return direction == HIGHER_IS_BETTER ? moved > 0 : moved < 0;
  }
}
