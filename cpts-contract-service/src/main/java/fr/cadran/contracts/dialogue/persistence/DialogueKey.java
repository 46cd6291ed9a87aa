package fr.cadran.contracts.dialogue.persistence;

import java.util.UUID;

/** Key of a dialogue within its contract. */
record DialogueKey(UUID contract, int number) {}
