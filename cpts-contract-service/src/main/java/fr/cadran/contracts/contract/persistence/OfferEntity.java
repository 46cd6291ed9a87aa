package fr.cadran.contracts.contract.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A round of a negotiation. */
@Entity
@Table(name = "contract_offer")
@IdClass(NumberedKey.class)
class OfferEntity {
  @Id UUID contract;
  @Id int number;
  String party;
  @Nullable String message;
  String terms;
  String hash;
  Instant madeAt;
}
