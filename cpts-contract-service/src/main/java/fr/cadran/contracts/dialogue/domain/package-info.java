/**
 * The dialogues de gestion of a contract: what the three parties agree on, when a mission starts
 * and at the end of each contract year (cpts.md §8). Plain Java.
 */
@NullMarked
package fr.cadran.contracts.dialogue.domain;

import org.jspecify.annotations.NullMarked;
