package fr.cadran.contracts.contract.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The exact text that a party signs. */
@Schema(name = "SignatureWish")
record SignatureRequest(
    @Schema(
            required = true,
            description =
                "SHA-256 du texte à signer, lu dans `hash`. — SHA-256 of the text to be signed, read"
                    + " in `hash`.",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {}
