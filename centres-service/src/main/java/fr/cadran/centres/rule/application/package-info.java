/** The refusals that only this service makes. */
@NullMarked
package fr.cadran.centres.rule.application;

import org.jspecify.annotations.NullMarked;
