/** The communes of France (COG), shipped as data. */
@NullMarked
package fr.cadran.kit.commune;

import org.jspecify.annotations.NullMarked;
