/** Who calls: the token that a call must bring. */
@NullMarked
package fr.cadran.gateway.access;

import org.jspecify.annotations.NullMarked;
