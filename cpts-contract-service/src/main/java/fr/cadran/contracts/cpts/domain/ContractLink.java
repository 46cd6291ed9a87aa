package fr.cadran.contracts.cpts.domain;

import java.util.UUID;

/**
 * The ACI contract of a CPTS, as the contract has told it.
 *
 * @param contract identifier of the contract
 * @param state where it stands, for example {@code ACTIVE}
 */
public record ContractLink(UUID contract, String state) {}
