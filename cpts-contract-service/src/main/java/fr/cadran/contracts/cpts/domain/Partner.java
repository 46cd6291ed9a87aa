package fr.cadran.contracts.cpts.domain;

/**
 * An organisation beside a CPTS; never a person.
 *
 * @param role what it is to the CPTS
 * @param name name of the organisation
 */
public record Partner(PartnerRole role, String name) {}
