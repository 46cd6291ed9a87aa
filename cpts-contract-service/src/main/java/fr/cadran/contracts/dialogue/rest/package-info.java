/** Dialogues de gestion over HTTP. */
@NullMarked
package fr.cadran.contracts.dialogue.rest;

import org.jspecify.annotations.NullMarked;
