package fr.cadran.kit.audit;

/**
 * An entry in its place.
 *
 * @param sequence from 1, without gaps
 * @param previousHash hash of the entry before, or of the beginning
 * @param hash over this entry, its place and the hash before; 64 hexadecimal digits
 */
public record ChainedEntry(long sequence, AuditEntry entry, String previousHash, String hash) {}
