package fr.cadran.contracts.payment.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Port: the signatures of a contract, its avenants and its dialogues. */
@FunctionalInterface
public interface SignatureRecords {
  /** Every signature that was given up to an instant, the oldest first. */
  List<PackSignature> until(UUID contract, Instant instant);
}
