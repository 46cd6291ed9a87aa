/** What the rules of every feature need to know of the reference data. */
@NullMarked
package fr.cadran.centres.rule.domain;

import org.jspecify.annotations.NullMarked;
