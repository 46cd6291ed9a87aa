package fr.cadran.centres.centre.domain;

/** Who runs a centre de santé (seed 000, §1.1.1 and §1.4). */
public enum ManagerKind {
  MUNICIPAL,
  ASSOCIATIF,
  MUTUALISTE,
  CPAM,
  HOSPITALIER,
  AUTRE
}
