package fr.cadran.contracts.fundingtable.domain;

/** What the agreement funds: the running costs, or a mission (cpts.md §3), in printed order. */
public enum FundingLine {
  FONCTIONNEMENT(Kind.RUNNING_COSTS, "Fonctionnement", "Running costs"),
  ACCES_SOINS(Kind.SOCLE, "Accès aux soins", "Access to care"),
  PARCOURS(Kind.SOCLE, "Parcours pluriprofessionnels", "Pathways"),
  PREVENTION(Kind.SOCLE, "Prévention", "Prevention"),
  CRISE_SANITAIRE(Kind.SOCLE, "Crise sanitaire", "Health crisis"),
  QUALITE(Kind.OPTION, "Qualité et pertinence", "Quality and relevance"),
  ACCOMPAGNEMENT(Kind.OPTION, "Accompagnement des professionnels", "Support to professionals");

  /** Whether a line is the running costs, a mission every CPTS takes, or one it may take. */
  public enum Kind {
    RUNNING_COSTS,
    SOCLE,
    OPTION
  }

  private final Kind kind;
  private final String french;
  private final String english;

  FundingLine(Kind kind, String french, String english) {
    this.kind = kind;
    this.french = french;
    this.english = english;
  }

  public Kind kind() {
    return kind;
  }

  public boolean isMission() {
    return kind != Kind.RUNNING_COSTS;
  }

  public String french() {
    return french;
  }

  public String english() {
    return english;
  }
}
