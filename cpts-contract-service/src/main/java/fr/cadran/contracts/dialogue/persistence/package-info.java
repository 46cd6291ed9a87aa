/** Dialogues de gestion in PostgreSQL. */
@NullMarked
package fr.cadran.contracts.dialogue.persistence;

import org.jspecify.annotations.NullMarked;
