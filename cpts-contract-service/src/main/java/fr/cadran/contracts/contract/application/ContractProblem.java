package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.kit.problem.ProblemCode;
import fr.cadran.kit.problem.ProblemException;

/** The refusals of contracts and of their dialogues de gestion. */
public enum ContractProblem implements ProblemCode {
  /** The lifecycle has no such move. */
  ILLEGAL_TRANSITION(409),
  /** The CPTS has a contract that is not over. */
  CONTRACT_EXISTS(409),
  /** The signed hash is not that of the latest text. */
  HASH_OUT_OF_DATE(409),
  /** The party has signed this text before. */
  ALREADY_SIGNED(409),
  FUNDING_TABLE_UNKNOWN(422),
  TABLE_NOT_IN_FORCE(422),
  SIZE_NOT_FUNDED(422),
  /** The party may not make this move. */
  NOT_FOR_THIS_PARTY(409),
  AVENANT_EMPTY(422),
  AVENANT_BEFORE_SIGNATURE(422),
  AVENANT_AFTER_TERM(422),
  AVENANT_IN_CLOSED_YEAR(409),
  CRISIS_IN_FUTURE(422),
  CRISIS_OUTSIDE_CONTRACT(422),
  CRISIS_IN_CLOSED_YEAR(409),
  CRISIS_MISSION_NOT_RUNNING(409),
  /** The year has its recognised crisis; the amount is paid once a year. */
  CRISIS_RECOGNISED_BEFORE(409),
  /** The table holds no amount of a recognised crisis for the size. */
  CRISIS_NOT_FUNDED(409),
  LETTER_IN_FUTURE(422),
  LETTER_BEFORE_SIGNATURE(422),
  REFERRAL_TOO_LATE(409),
  REFERRED_BEFORE(409),
  OPINION_BEFORE_REFERRAL(422),
  OPINION_IN_FUTURE(422),
  MISSION_NOT_IN_CONTRACT(409),
  START_BEFORE_SIGNATURE(422),
  START_AFTER_TERM(422),
  START_IN_CLOSED_YEAR(409),
  MISSION_ALREADY_STARTED(409),
  INDICATORS_MISSING(422),
  RESULTS_MISSING(409),
  VALUES_NOT_ACCEPTED(409),
  EVIDENCE_MISSING(409),
  ALREADY_CLOSED(409),
  YEAR_NOT_OVER(409),
  YEAR_NOT_RUN(409),
  NOT_A_YEARLY_DIALOGUE(409),
  COMMENT_MISSING(422),
  /** The bytes of a file are not those of its Content-Type. */
  FILE_IS_NOT_ITS_TYPE(422),
  /** Nobody uploaded a file of this hash to the dialogue. */
  FILE_UNKNOWN(422),
  NOTHING_TO_DECIDE(404);

  private final int status;

  ContractProblem(int status) {
    this.status = status;
  }

  @Override
  public String family() {
    return "contracts";
  }

  @Override
  public int status() {
    return status;
  }

  /** The answer to what the rules refuse. */
  public static ProblemException of(RefusedException refused) {
    return ProblemException.of(valueOf(refused.code()), refused.arguments().toArray());
  }
}
