/** Removes what only had to be remembered for a while. */
@NullMarked
package fr.cadran.operator.purge;

import org.jspecify.annotations.NullMarked;
