package fr.cadran.contracts.dialogue.persistence;

import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.Signature;
import fr.cadran.contracts.contract.domain.Signatures;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A signature under the text of a dialogue. */
@Embeddable
record DialogueSignatureRow(
    String party, String hash, String subject, String clientId, Instant signedAt) {

  static Set<DialogueSignatureRow> of(Signatures signatures) {
    return signatures.all().stream()
        .map(one ->
            new DialogueSignatureRow(
                one.party().name(), one.hash(), one.subject(), one.clientId(), one.signedAt()))
        .collect(Collectors.toSet());
  }

  static Signatures toDomain(Collection<DialogueSignatureRow> rows) {
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
