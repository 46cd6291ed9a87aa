package fr.cadran.contracts.fundingtable.domain;

/** The part of a line that an amount funds (cpts.md §3, §5). */
public enum Volet {
  /** Running costs. */
  FONCTIONNEMENT,
  /** Fixed part of a mission, paid on the means engaged. */
  FIXE,
  /** Results-based part of a mission. */
  VARIABLE,
  /** Compensation of professionals who take part in unscheduled care; free use. */
  SNP_COMPENSATION,
  /** Handling and orientation of requests for unscheduled care; earmarked. */
  SNP_ORIENTATION,
  /** Due only when the ARS recognises a health crisis. */
  CRISE
}
