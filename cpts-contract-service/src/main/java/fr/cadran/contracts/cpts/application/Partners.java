package fr.cadran.contracts.cpts.application;

import java.util.UUID;

/** Port: the partners of CPTS. The caller has made sure that the CPTS is within reach. */
public interface Partners {
  PartnerList of(UUID cpts);

  void replace(UUID cpts, PartnerList partners);
}
