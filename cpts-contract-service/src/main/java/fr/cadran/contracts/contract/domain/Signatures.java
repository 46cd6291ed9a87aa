package fr.cadran.contracts.contract.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The signatures under one exact text, at most one of each party. A change of the text voids them.
 *
 * @param all in the order of the parties
 */
public record Signatures(List<Signature> all) {
  public static final Signatures NONE = new Signatures(List.of());

  public Signatures {
    all = all.stream().sorted(Comparator.comparing(Signature::party)).toList();
  }

  /**
   * One more.
   *
   * @param current hash of the text as it is now
   * @throws RefusedException {@code ALREADY_SIGNED}, {@code HASH_OUT_OF_DATE}
   */
  public Signatures with(Signature signature, String current) {
    if (isBy(signature.party())) {
      throw new RefusedException("ALREADY_SIGNED", signature.party().name());
    }
    if (!signature.hash().equals(current)) {
      throw new RefusedException("HASH_OUT_OF_DATE");
    }
    List<Signature> more = new ArrayList<>(all);
    more.add(signature);
    return new Signatures(more);
  }

  public boolean isBy(Party party) {
    return all.stream().anyMatch(one -> one.party() == party);
  }

  /** Whether the three parties have signed. */
  public boolean isComplete() {
    return all.size() == Party.values().length;
  }
}
