/** Checks the names in the whole checkout against {@code docs/glossary.csv}. */
@NullMarked
package fr.cadran.testing.glossary;

import org.jspecify.annotations.NullMarked;
