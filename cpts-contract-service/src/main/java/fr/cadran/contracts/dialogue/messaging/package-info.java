/** The results of dialogues, on the topic of the CPTS. */
@NullMarked
package fr.cadran.contracts.dialogue.messaging;

import org.jspecify.annotations.NullMarked;
