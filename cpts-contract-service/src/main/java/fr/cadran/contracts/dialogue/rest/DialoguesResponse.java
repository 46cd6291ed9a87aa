package fr.cadran.contracts.dialogue.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The dialogues of a contract. */
@Schema(name = "DialoguesDeGestion")
record DialoguesResponse(@Schema(required = true) List<DialogueResponse> items) {}
