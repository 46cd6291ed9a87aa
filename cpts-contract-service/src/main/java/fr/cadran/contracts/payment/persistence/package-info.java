/** The ledgers in PostgreSQL, and the exact JSON of what money was computed from. */
@NullMarked
package fr.cadran.contracts.payment.persistence;

import org.jspecify.annotations.NullMarked;
