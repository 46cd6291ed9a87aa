/** Proofs that the glossary check bites, and the check itself on this checkout. */
@NullMarked
package fr.cadran.testing.glossary;

import org.jspecify.annotations.NullMarked;
