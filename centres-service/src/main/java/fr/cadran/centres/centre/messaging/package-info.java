/** The registry as state messages. */
@NullMarked
package fr.cadran.centres.centre.messaging;

import org.jspecify.annotations.NullMarked;
