/** What can be done with the money of a contract. */
@NullMarked
package fr.cadran.contracts.payment.application;

import org.jspecify.annotations.NullMarked;
