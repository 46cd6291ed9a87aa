/**
 * What the services tell each other: one constant per event type. No framework, no domain logic.
 */
@NullMarked
package fr.cadran.events;

import org.jspecify.annotations.NullMarked;
