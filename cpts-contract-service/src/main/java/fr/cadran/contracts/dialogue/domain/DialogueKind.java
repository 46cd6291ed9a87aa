package fr.cadran.contracts.dialogue.domain;

/** The three kinds of dialogues (cpts.md §8). */
public enum DialogueKind {
  /** Held with the signature of the contract: territory, size, planning of the missions. */
  SIGNATURE,
  /** Agrees on the indicators of a mission that starts. */
  MISSION_START,
  /** Agrees on the results of a contract year. */
  YEARLY
}
