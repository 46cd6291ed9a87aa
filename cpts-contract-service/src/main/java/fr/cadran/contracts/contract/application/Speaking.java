package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CptsScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which party a caller speaks for: the CPTS for its coordinator, the CPAM for an agent of the
 * caisse of the seat, the ARS for an agent in whose territory the seat lies. Who would speak for
 * two parties of one contract speaks for none: nobody signs with himself.
 */
public final class Speaking {
  private Speaking() {}

  /** The party, empty for everybody else, the auditor included. */
  public static Optional<Party> of(Caller caller, Cpts cpts) {
    List<Party> parties = new ArrayList<>();
    add(parties, Party.CPTS, AccessPolicy.SPEAK_FOR_CPTS.of(caller), cpts);
    add(parties, Party.CPAM, AccessPolicy.SPEAK_FOR_CPAM.of(caller), cpts);
    add(parties, Party.ARS, AccessPolicy.SPEAK_FOR_ARS.of(caller), cpts);
    return parties.size() == 1 ? Optional.of(parties.getFirst()) : Optional.empty();
  }

  private static void add(List<Party> parties, Party party, CptsScope reach, Cpts cpts) {
    if (reach.covers(cpts.id(), cpts.departement(), cpts.region(), cpts.caisse())) {
      parties.add(party);
    }
  }
}
