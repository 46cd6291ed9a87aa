/**
 * The parts of the platform: how each is prepared, started, asked whether it is ready, and
 * completed.
 */
@NullMarked
package fr.cadran.local.part;

import org.jspecify.annotations.NullMarked;
