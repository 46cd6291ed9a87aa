/** Refusals: one catalogue, one RFC 9457 shape, French and English. */
@NullMarked
package fr.cadran.kit.problem;

import org.jspecify.annotations.NullMarked;
