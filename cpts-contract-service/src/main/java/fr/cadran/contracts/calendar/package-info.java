/** What time alone brings about: it wakes the use cases that look at today. */
@NullMarked
package fr.cadran.contracts.calendar;

import org.jspecify.annotations.NullMarked;
