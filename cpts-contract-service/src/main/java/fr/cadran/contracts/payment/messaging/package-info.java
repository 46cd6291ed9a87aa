/** Payments as events. */
@NullMarked
package fr.cadran.contracts.payment.messaging;

import org.jspecify.annotations.NullMarked;
