package fr.cadran.contracts.contract.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A round of the negotiation: the whole terms as one party proposed them. Kept for good.
 *
 * @param number from 1, the terms that the contract was created with
 * @param by who proposed
 * @param message what it said about it, null when nothing
 * @param terms proposed
 * @param hash of the text that they make
 * @param madeAt when
 */
public record Offer(
    int number,
    Party by,
    @Nullable String message,
    ContractTerms terms,
    String hash,
    Instant madeAt) {}
