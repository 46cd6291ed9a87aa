/** The rules of dialogues de gestion. */
@NullMarked
package fr.cadran.contracts.dialogue.domain;

import org.jspecify.annotations.NullMarked;
