/**
 * Who did what: one entry for every call that matters, in a chain of hashes that only grows. See
 * {@code docs/adr/0017-audit-chain.md}.
 */
@NullMarked
package fr.cadran.kit.audit;

import org.jspecify.annotations.NullMarked;
