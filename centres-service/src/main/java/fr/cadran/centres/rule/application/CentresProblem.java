package fr.cadran.centres.rule.application;

import fr.cadran.kit.problem.ProblemCode;

/** The refusals that only this service makes. */
public enum CentresProblem implements ProblemCode {
  /** A centre with this FINESS number is registered already. */
  CENTRE_EXISTS(409),
  /** The editor may read this centre, but no active mandat lets it write. */
  MANDAT_DOES_NOT_ALLOW(403),
  /** The mandat was taken back before. */
  MANDAT_ALREADY_REVOKED(409),
  /** There is no open draft to submit or to check. */
  NOTHING_TO_SUBMIT(409),
  /** Blocking checks, warnings that nobody acknowledged, or acknowledgements of nothing. */
  SUBMISSION_REFUSED(422),
  /** The ARS has validated or returned this version before. */
  VERSION_ALREADY_DECIDED(409),
  /** A programme of the région has this name already. */
  PROGRAMME_EXISTS(409),
  /** The centre takes part in the programme, or did: its dates are corrected instead. */
  ALREADY_TAKES_PART(409),
  /** The anonymous number was given before; none is given twice. */
  ANONYMOUS_NUMBER_TAKEN(409),
  /** The life of a levier has no such move. */
  LEVIER_MOVE_ILLEGAL(409),
  /** The centre is closed already, or its closing day is set. */
  CENTRE_CLOSED(409),
  /** The file cannot be read, or something in it is wrong. */
  FILE_REFUSED(422),
  /** The reference has a membership of this volet that has not ended. */
  MEMBER_ALREADY(409),
  /** The membership has ended already. */
  MEMBERSHIP_ENDED(409),
  /** Fewer memberships than a batch must hold. */
  BATCH_TOO_SMALL(409);

  private final int status;

  CentresProblem(int status) {
    this.status = status;
  }

  @Override
  public String family() {
    return "centres";
  }

  @Override
  public int status() {
    return status;
  }
}
