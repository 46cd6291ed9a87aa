/** What an operator does with the audit: verify its chains, keep their heads. */
@NullMarked
package fr.cadran.operator.audit;

import org.jspecify.annotations.NullMarked;
