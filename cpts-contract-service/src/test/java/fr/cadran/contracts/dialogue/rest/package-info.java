/** Dialogues de gestion over HTTP, with the real database, broker and ledger. */
@NullMarked
package fr.cadran.contracts.dialogue.rest;

import org.jspecify.annotations.NullMarked;
