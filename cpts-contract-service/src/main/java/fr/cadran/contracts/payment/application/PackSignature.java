package fr.cadran.contracts.payment.application;

import java.time.Instant;

/**
 * A signature that stands behind the facts of a payment.
 *
 * @param document what was signed, for example {@code contract} or {@code dialogue 2, results 1}
 * @param hash of the exact version that was signed
 * @param party CPTS, CPAM or ARS
 * @param subject account that signed
 * @param signedAt when
 */
public record PackSignature(
    String document, String hash, String party, String subject, Instant signedAt) {}
