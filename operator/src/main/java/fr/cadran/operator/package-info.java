/** The commands of an operator: what looks after a platform that runs elsewhere, or here. */
@NullMarked
package fr.cadran.operator;

import org.jspecify.annotations.NullMarked;
