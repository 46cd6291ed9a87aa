/** The refusals that this service can make, and how faults of fields become one. */
@NullMarked
package fr.cadran.centres.rule.application;

import org.jspecify.annotations.NullMarked;
