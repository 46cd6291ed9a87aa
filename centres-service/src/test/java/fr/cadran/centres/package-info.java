/** Tests of the service as a whole, and what its HTTP tests share. */
@NullMarked
package fr.cadran.centres;

import org.jspecify.annotations.NullMarked;
