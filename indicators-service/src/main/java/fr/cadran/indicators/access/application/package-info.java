/** Who may read what in this service: one table. */
@NullMarked
package fr.cadran.indicators.access.application;

import org.jspecify.annotations.NullMarked;
