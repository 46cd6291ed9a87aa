/**
 * The launcher behind {@code ./platform}: runs the whole platform on one machine from its real
 * parts.
 */
@NullMarked
package fr.cadran.local;

import org.jspecify.annotations.NullMarked;
