/**
 * CPTS and their ACI contracts. Feature today: {@code fundingtable}, the dated amounts of the
 * agreement, read only. Publishes no events yet.
 */
@NullMarked
package fr.cadran.contracts;

import org.jspecify.annotations.NullMarked;
