package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.domain.Commitment;
import fr.cadran.centres.coordination.domain.CommitmentRules;
import fr.cadran.centres.coordination.domain.FollowedCommitment;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a centre says it is with its commitments of a year. */
@Schema(name = "CommitmentsWish")
record CommitmentsRequest(
    @Schema(
            required = true,
            maxItems = 50,
            description = "Un engagement absent est à faire. — One that is not told is to do.")
        @NotNull @Size(max = 50) List<@NotNull Item> items) {

  /** One commitment. */
  @Schema(name = "CommitmentWish")
  record Item(
      @Schema(required = true) @Nullable Commitment commitment,
      @Schema(required = true) FollowedCommitment.@Nullable State state,
      @Schema(
              maxLength = 250,
              description =
                  "Où se trouve la preuve, sans donnée personnelle ; obligatoire avec `DONE`, à"
                      + " défaut de lien. — Where the evidence is, without personal data; needed with"
                      + " `DONE` unless there is a link.",
              examples = "Compte rendu de réunion 2014-03, armoire qualité")
          @Nullable String reference,
      @Schema(
              maxLength = 500,
              description = "Adresse `https` de la preuve. — `https` address of the evidence.",
              examples = "https://documents.example.org/cms/2014/rapport")
          @Nullable String link,
      @Schema(
              description =
                  "Avec `DONE` : le jour ; d'un rapport ou d'un formulaire, celui de l'envoi. — With"
                      + " `DONE`: the day; of a report or form, that of sending.",
              examples = "2015-03-10")
          @Nullable LocalDate doneOn) {

    private CommitmentRules.Told told() {
      return new CommitmentRules.Told(commitment, state, reference, link, doneOn);
    }
  }

  List<CommitmentRules.Told> told() {
    return items.stream().map(Item::told).toList();
  }
}
