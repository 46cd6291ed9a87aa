package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.Partner;
import java.util.List;

/**
 * The partners of a CPTS.
 *
 * @param revision counts the changes of the list; 0 before the first
 * @param partners in the order in which they were given
 */
public record PartnerList(int revision, List<Partner> partners) {
  public PartnerList {
    partners = List.copyOf(partners);
  }
}
