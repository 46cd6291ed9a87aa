/** What is known here of a centre. */
@NullMarked
package fr.cadran.indicators.centre.domain;

import org.jspecify.annotations.NullMarked;
