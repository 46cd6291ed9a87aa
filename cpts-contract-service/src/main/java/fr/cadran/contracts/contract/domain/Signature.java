package fr.cadran.contracts.contract.domain;

import java.time.Instant;

/**
 * The signature of a party under one exact text.
 *
 * @param party who is bound
 * @param hash of the text
 * @param subject account that signed
 * @param clientId OAuth client that it signed with
 * @param signedAt when
 */
public record Signature(
    Party party, String hash, String subject, String clientId, Instant signedAt) {}
