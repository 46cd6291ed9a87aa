package fr.cadran.contracts.dialogue.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The exact text of a dialogue that a party agrees on. */
@Schema(name = "DialogueSignatureWish")
record DialogueSignatureRequest(
    @Schema(
            required = true,
            description = "SHA-256 lu dans `hash`. — SHA-256 read in `hash`.",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {}
