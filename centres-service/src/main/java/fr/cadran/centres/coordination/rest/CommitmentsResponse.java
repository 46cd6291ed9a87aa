package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.domain.Commitment;
import fr.cadran.centres.coordination.domain.CommitmentChecklist;
import fr.cadran.centres.coordination.domain.FollowedCommitment;
import fr.cadran.centres.coordination.domain.VoletOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a centre is with its commitments of a year. */
@Schema(name = "Commitments")
record CommitmentsResponse(
    @Schema(required = true, examples = "930012345") String centre,
    @Schema(
            required = true,
            description =
                "Année civile où commence l'année de l'option. — Calendar year in which the year of"
                    + " the option begins.",
            examples = "2014")
        int year,
    @Schema(required = true, description = "0 : rien n'est dit. — 0: nothing is said.")
        long version,
    @Schema(nullable = true) @Nullable Instant changedAt,
    @Schema(required = true, maxItems = 3) List<Progress> progress,
    @Schema(
            required = true,
            maxItems = 50,
            description =
                "Tous les engagements des trois volets. — All commitments of every volet.")
        List<Item> items) {

  /** How many of a volet are done. */
  @Schema(name = "CommitmentProgress")
  record Progress(
      @Schema(required = true) VoletOption volet,
      @Schema(required = true, examples = "5") int done,
      @Schema(required = true, examples = "8") int total) {}

  /** One commitment. */
  @Schema(name = "FollowedCommitment")
  record Item(
      @Schema(required = true) Commitment commitment,
      @Schema(required = true) VoletOption volet,
      @Schema(required = true, examples = "Réunion mensuelle de l'équipe") String labelFr,
      @Schema(required = true, examples = "Monthly meeting of the team") String labelEn,
      @Schema(required = true, description = "Texte qui le demande. — Text that asks for it.")
          String source,
      @Schema(required = true) FollowedCommitment.State state,
      @Schema(nullable = true) @Nullable String reference,
      @Schema(nullable = true) @Nullable String link,
      @Schema(nullable = true) @Nullable LocalDate doneOn) {

    private static Item of(FollowedCommitment followed) {
      Commitment commitment = followed.commitment();
      return new Item(
          commitment,
          commitment.volet(),
          commitment.french(),
          commitment.english(),
          commitment.source(),
          followed.state(),
          followed.reference(),
          followed.link(),
          followed.doneOn());
    }
  }

  static CommitmentsResponse of(CommitmentChecklist checklist) {
    return new CommitmentsResponse(
        checklist.centre().value(),
        checklist.year(),
        checklist.version(),
        checklist.changedAt(),
        Arrays.stream(VoletOption.values())
            .map(volet -> new Progress(volet, checklist.doneOf(volet), Commitment.of(volet).size()))
            .toList(),
        checklist.items().stream().map(Item::of).toList());
  }
}
