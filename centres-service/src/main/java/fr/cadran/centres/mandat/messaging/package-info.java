/** The mandats of a centre as state messages. */
@NullMarked
package fr.cadran.centres.mandat.messaging;

import org.jspecify.annotations.NullMarked;
