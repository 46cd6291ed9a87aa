package fr.cadran.indicators.catalogue.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The eleven improvement areas of the ARS programme (seed 000 §2.2 and ANNEXE I). The ARS toolbox
 * workbook (BAO) has a tab for nine of them (ANNEXE V); its tab numbers are not those of the
 * leviers.
 */
public enum Levier {
  NON_VENUE(1, 1, "Maîtrise du taux de non-venue des patients", "Control of patient no-shows"),
  CODAGE(2, 2, "Optimisation de la codification au médical", "Better coding of medical acts"),
  OCCUPATION(3, 3, "Taux d'occupation des cabinets médicaux", "Occupancy of the consulting rooms"),
  IMAGERIE(
      4, 5, "Résultats d'imagerie et organisation", "Results and organisation of medical imaging"),
  DENTAIRE(
      5, 4, "Résultats en dentaire et organisation", "Results and organisation of dental care"),
  IMPAYES(
      6,
      7,
      "Impayés patients et organismes, coût du tiers payant",
      "Unpaid bills of patients and payers, cost of third-party payment"),
  PRELEVEMENTS(7, 0, "Subvention pour les prélèvements", "Subsidy for sampling"),
  COORDINATION(8, 6, "Option de coordination", "Coordination option"),
  ACHATS(9, 9, "Achats", "Purchases"),
  RATIOS_PERSONNEL(10, 8, "Ratios de personnel", "Staff ratios"),
  REMUNERATION(11, 0, "Modes de rémunération", "Ways of remuneration");

  private final int number;
  private final int baoTab;
  private final String labelFr;
  private final String labelEn;

  Levier(int number, int baoTab, String fr, String en) {
    this.number = number;
    this.baoTab = baoTab;
    this.labelFr = fr;
    this.labelEn = en;
  }

  /** Finds a levier by its code, for example {@code NON_VENUE}. */
  public static Optional<Levier> withCode(String code) {
    return Arrays.stream(values()).filter(levier -> levier.name().equals(code)).findFirst();
  }

  /** 1 to 11, the order of ANNEXE I. */
  public int number() {
    return number;
  }

  /** The tab of the BAO workbook, 1 to 9; empty when it has none. */
  public OptionalInt baoTab() {
    return baoTab == 0 ? OptionalInt.empty() : OptionalInt.of(baoTab);
  }

  public Label label() {
    return new Label(labelFr, labelEn);
  }
}
