/** Tests of the service as a whole, and what its HTTP tests share. */
@NullMarked
package fr.cadran.contracts;

import org.jspecify.annotations.NullMarked;
