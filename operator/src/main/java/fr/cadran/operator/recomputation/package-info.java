/** Asks a platform to compute every value and gain again. */
@NullMarked
package fr.cadran.operator.recomputation;

import org.jspecify.annotations.NullMarked;
