package fr.cadran.centres.programme.domain;

/** The eleven leviers of the ARS programme, in their order (seed 000, §2.2; indicators.md §1). */
public enum LevierCode {
  NON_VENUE,
  CODAGE,
  OCCUPATION,
  IMAGERIE,
  DENTAIRE,
  IMPAYES,
  PRELEVEMENTS,
  COORDINATION,
  ACHATS,
  RATIOS_PERSONNEL,
  REMUNERATION
}
