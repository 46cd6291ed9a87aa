package fr.cadran.centres.coordination.application;

import fr.cadran.centres.coordination.domain.CommitmentChecklist;
import fr.cadran.kit.type.Finess;

/** Port: commitments by year, of a centre that the caller has made sure is within reach. */
public interface Checklists {
  /** What is said of a year last; nothing said yet is an empty one. */
  CommitmentChecklist of(Finess centre, int year);

  /** Adds a version; none is ever changed. */
  void add(CommitmentChecklist checklist);
}
