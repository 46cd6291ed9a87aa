/**
 * The money of a contract: what each line is entitled to, what is due when, and why (cpts.md §4,
 * §5). Plain Java, exact fractions; cents appear once, at the published line.
 */
@NullMarked
package fr.cadran.contracts.payment.domain;

import org.jspecify.annotations.NullMarked;
