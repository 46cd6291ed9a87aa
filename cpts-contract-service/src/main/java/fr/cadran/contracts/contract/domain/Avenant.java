package fr.cadran.contracts.contract.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An avenant: it changes only what it names, from a day on, once the three parties have signed its
 * exact text. What was computed before keeps the version it used (cpts.md §7).
 *
 * @param contract identifier of the contract
 * @param number from 1 in the contract
 * @param effectiveOn first day on which it holds
 * @param changes what it changes
 * @param reason in writing
 * @param by who proposed it
 * @param proposedAt when
 * @param signatures under its text
 * @param signedAt when the third party signed, null before
 */
public record Avenant(
    UUID contract,
    int number,
    LocalDate effectiveOn,
    AvenantChanges changes,
    String reason,
    Party by,
    Instant proposedAt,
    Signatures signatures,
    @Nullable Instant signedAt) {

  /** Where an avenant stands. */
  public enum State {
    PROPOSED,
    SIGNED
  }

  public State state() {
    return signedAt == null ? State.PROPOSED : State.SIGNED;
  }

  /** The exact text that is signed. */
  public CanonicalForm canonical() {
    Map<String, Object> content = new HashMap<>();
    content.put("document", "AVENANT");
    content.put("contract", contract.toString());
    content.put("number", number);
    content.put("effectiveOn", effectiveOn);
    content.put("changes", changes.content());
    content.put("reason", reason);
    return CanonicalForm.of(content);
  }

  public String hash() {
    return canonical().hash();
  }

  /**
   * One more signature.
   *
   * @throws RefusedException {@code ALREADY_SIGNED}, {@code HASH_OUT_OF_DATE}
   */
  public Avenant sign(Signature signature) {
    Signatures with = signatures.with(signature, hash());
    return new Avenant(
        contract,
        number,
        effectiveOn,
        changes,
        reason,
        by,
        proposedAt,
        with,
        with.isComplete() ? signature.signedAt() : null);
  }
}
