/** The engine against worked figures, an oracle that shares nothing with it, and any history. */
@NullMarked
package fr.cadran.contracts.payment.domain;

import org.jspecify.annotations.NullMarked;
