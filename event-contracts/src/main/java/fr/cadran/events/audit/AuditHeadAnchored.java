package fr.cadran.events.audit;

import java.time.Instant;

/**
 * How far the audit chain of a service had come. Kept outside the database of the chain, so that a
 * chain that was cut, or written anew, is found out.
 *
 * @param service short name of the service, e.g. {@code contracts}; also the key of the message
 * @param sequence number of the last entry, from 1
 * @param hash of that entry, SHA-256, 64 hexadecimal digits
 * @param at when the head was read
 */
public record AuditHeadAnchored(String service, long sequence, String hash, Instant at) {}
