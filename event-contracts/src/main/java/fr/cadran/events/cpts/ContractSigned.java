package fr.cadran.events.cpts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The three parties have signed an ACI contract.
 *
 * @param contract identifier of the contract
 * @param cpts identifier of the CPTS; also the key of the message
 * @param signedOn first day of the contract
 * @param endsOn first day after the contract
 * @param fundingTable code of the funding table, e.g. {@code ACI-2019}
 * @param fundingTableVersion version of that table
 * @param size of the CPTS, 1 to 4
 * @param hash SHA-256 of the signed version, in hexadecimal
 * @param missions codes of the missions agreed on, e.g. {@code ACCES_SOINS}
 * @param version of the contract after the change, strictly growing
 */
public record ContractSigned(
    UUID contract,
    UUID cpts,
    LocalDate signedOn,
    LocalDate endsOn,
    String fundingTable,
    int fundingTableVersion,
    int size,
    String hash,
    List<String> missions,
    long version) {

  public ContractSigned {
    missions = List.copyOf(missions);
  }
}
