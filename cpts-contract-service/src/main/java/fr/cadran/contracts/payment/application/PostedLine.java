package fr.cadran.contracts.payment.application;

import fr.cadran.contracts.payment.domain.EnvelopeKey;
import fr.cadran.contracts.payment.domain.Milestone;
import fr.cadran.contracts.payment.domain.PaymentKind;
import fr.cadran.kit.type.Euros;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A line as it stands in the ledger, for ever.
 *
 * @param id of the payment
 * @param contract whose ledger it is in
 * @param position in the ledger, from 1
 * @param envelope whose money it is
 * @param kind what it is
 * @param milestone at which it was written
 * @param dueOn when it is paid
 * @param amount signed euros
 * @param explanation why
 * @param factsVersion version of the facts that it was computed from
 * @param upTo day up to which the calendar had run
 * @param postedAt when it was written
 */
public record PostedLine(
    UUID id,
    UUID contract,
    int position,
    EnvelopeKey envelope,
    PaymentKind kind,
    Milestone milestone,
    LocalDate dueOn,
    Euros amount,
    ExplanationDocument explanation,
    int factsVersion,
    LocalDate upTo,
    Instant postedAt) {}
