package fr.cadran.events.cpts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The three parties have signed an avenant of an ACI contract.
 *
 * @param contract identifier of the contract
 * @param cpts identifier of the CPTS; also the key of the message
 * @param avenant number of the avenant within the contract, from 1
 * @param effectiveOn from which day it holds
 * @param hash SHA-256 of the signed avenant, in hexadecimal
 * @param changes names of what it changes, e.g. {@code size}
 * @param version of the contract after the change, strictly growing
 */
public record AvenantSigned(
    UUID contract,
    UUID cpts,
    int avenant,
    LocalDate effectiveOn,
    String hash,
    List<String> changes,
    long version) {

  public AvenantSigned {
    changes = List.copyOf(changes);
  }
}
