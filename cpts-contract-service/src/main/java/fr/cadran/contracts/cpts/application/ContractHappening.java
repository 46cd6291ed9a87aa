package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.StageEvent;

/** What the contract of a CPTS tells the register, for the use case {@code FollowContract}. */
public enum ContractHappening {
  NEGOTIATION_OPENED(StageEvent.NEGOTIATION_OPENED),
  NEGOTIATION_ABANDONED(StageEvent.NEGOTIATION_ABANDONED),
  SIGNED(StageEvent.CONTRACT_SIGNED),
  TERMINATED(StageEvent.CONTRACT_TERMINATED),
  ENDED(StageEvent.CONTRACT_ENDED);

  private final StageEvent event;

  ContractHappening(StageEvent event) {
    this.event = event;
  }

  StageEvent event() {
    return event;
  }
}
