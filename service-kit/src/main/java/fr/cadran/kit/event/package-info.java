/**
 * How services tell each other what happened: the outbox and its relay on one side, the inbox and
 * the consumer on the other, so that each event has its effect once, or says why it has none.
 */
@NullMarked
package fr.cadran.kit.event;

import org.jspecify.annotations.NullMarked;
