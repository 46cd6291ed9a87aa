/** The command that computes payments again from their packs. */
@NullMarked
package fr.cadran.paymentcheck;

import org.jspecify.annotations.NullMarked;
