package fr.cadran.contracts.dialogue.domain;

import java.time.Instant;

/**
 * A file that a CPTS uploaded to a dialogue; it never changes.
 *
 * @param hash SHA-256 of its bytes, which names it in the dialogue
 * @param label what it is
 * @param type what its bytes are
 * @param size in bytes, from 1 to {@value #MOST_BYTES}
 * @param uploadedAt when
 */
public record EvidenceFile(
    String hash, String label, EvidenceType type, int size, Instant uploadedAt) {
  /** 2 MB. */
  public static final int MOST_BYTES = 2 * 1024 * 1024;
}
