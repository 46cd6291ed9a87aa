/** What indicators-service tells: the values it has computed. */
@NullMarked
package fr.cadran.events.indicators;

import org.jspecify.annotations.NullMarked;
