package fr.cadran.contracts.contract.persistence;

import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.Signature;
import fr.cadran.contracts.contract.domain.Signatures;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A signature under a contract or an avenant. */
@Embeddable
record SignatureRow(String party, String hash, String subject, String clientId, Instant signedAt) {

  static Set<SignatureRow> of(Signatures signatures) {
    return signatures.all().stream()
        .map(one ->
            new SignatureRow(
                one.party().name(), one.hash(), one.subject(), one.clientId(), one.signedAt()))
        .collect(Collectors.toSet());
  }

  static Signatures toDomain(Collection<SignatureRow> rows) {
    return new Signatures(
        rows.stream()
            .map(row ->
                new Signature(
                    Party.valueOf(row.party()),
                    row.hash(),
                    row.subject(),
                    row.clientId(),
                    row.signedAt()))
            .toList());
  }
}
