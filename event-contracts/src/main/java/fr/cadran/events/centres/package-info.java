/** What centres-service tells: the registry, the mandats and the submitted quarterly data. */
@NullMarked
package fr.cadran.events.centres;

import org.jspecify.annotations.NullMarked;
