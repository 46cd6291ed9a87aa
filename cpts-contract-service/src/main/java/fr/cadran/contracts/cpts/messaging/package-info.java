/** What becomes of CPTS, as state messages and events. */
@NullMarked
package fr.cadran.contracts.cpts.messaging;

import org.jspecify.annotations.NullMarked;
