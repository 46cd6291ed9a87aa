package fr.cadran.centres.quarterlydata.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.centres.quarterlydata.domain.RecordTransition.Event;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuarterlyRecordTest {
  private static final Instant NOW = Instant.parse("2013-10-15T08:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2013, 10, 15);
  private static final Finess FINESS = new Finess("930012345");
  private static final Quarter Q3 = new Quarter(2013, 3);

  @Test
  void every_pair_of_state_and_event_is_either_a_move_of_the_table_or_illegal() {
    List<RecordState> states = new ArrayList<>(Arrays.asList(RecordState.values()));
    states.addFirst(null);
    List<String> moves = new ArrayList<>();
    for (RecordState from : states) {
      for (Event event : Event.values()) {
        String to =
            RecordTransition.of(from, event)
                .map(move -> move.name() + " " + move.to())
                .orElse("illegal");
        moves.add(from + " " + event + " -> " + to);
      }
    }

    assertThat(moves)
        .containsExactly(
            "null SAVE -> OPEN DRAFT",
            "null SUBMIT -> illegal",
            "null VALIDATE -> illegal",
            "null RETURN -> illegal",
            "DRAFT SAVE -> EDIT DRAFT",
            "DRAFT SUBMIT -> SUBMIT SUBMITTED",
            "DRAFT VALIDATE -> illegal",
            "DRAFT RETURN -> illegal",
            "SUBMITTED SAVE -> CORRECT DRAFT",
            "SUBMITTED SUBMIT -> illegal",
            "SUBMITTED VALIDATE -> VALIDATE VALIDATED",
            "SUBMITTED RETURN -> RETURN RETURNED",
            "VALIDATED SAVE -> CORRECT_VALIDATED DRAFT",
            "VALIDATED SUBMIT -> illegal",
            "VALIDATED VALIDATE -> illegal",
            "VALIDATED RETURN -> illegal",
            "RETURNED SAVE -> CORRECT_RETURNED DRAFT",
            "RETURNED SUBMIT -> illegal",
            "RETURNED VALIDATE -> illegal",
            "RETURNED RETURN -> illegal");
  }

  @Test
  void every_state_can_be_reached_and_only_submission_publishes() {
    assertThat(Stream.of(RecordTransition.values()).map(RecordTransition::to))
        .contains(RecordState.values());
    assertThat(RecordTransition.values())
        .filteredOn(move -> move.published().isPresent())
        .containsExactly(RecordTransition.SUBMIT);
  }

  @Test
  void the_centre_declares_and_the_ars_decides() {
    assertThat(RecordTransition.values())
        .filteredOn(move -> move.actor() == RecordTransition.Actor.ARS)
        .containsExactly(RecordTransition.VALIDATE, RecordTransition.RETURN);
    assertThat(RecordTransition.SUBMIT.guard()).isEqualTo(RecordTransition.Guard.CHECKS_PASS);
    assertThat(RecordTransition.RETURN.guard()).isEqualTo(RecordTransition.Guard.COMMENT_IS_GIVEN);
  }

  private static QuarterlyRecord submitted() {
    return QuarterlyRecord.open(FINESS, Q3, Contents.passages(1500), NOW)
        .submit(NOW, "editor-demo", List.of(), DUE);
  }

  @Test
  void a_version_is_late_from_the_french_day_after_it_was_due() {
    QuarterlyRecord draft = QuarterlyRecord.open(FINESS, Q3, Contents.passages(1500), NOW);
    // 22:30 UTC is half past midnight of the day after in Paris.
    Instant evening = Instant.parse("2013-10-15T21:59:59Z");
    Instant night = Instant.parse("2013-10-15T22:30:00Z");

    assertThat(draft.submit(evening, "c", List.of(), DUE).latestVersion().isLate()).isFalse();
    assertThat(draft.submit(night, "c", List.of(), DUE).latestVersion().isLate()).isTrue();
  }

  @Test
  void a_version_is_decided_once() {
    Decision validation = Decision.validated(NOW.plusSeconds(60), "ars-93");
    QuarterlyRecord validated = submitted().decide(validation);

    assertThat(validated.state()).isEqualTo(RecordState.VALIDATED);
    assertThat(validated.latestVersion().decision()).isEqualTo(validation);
    assertThat(validated.changedAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(validated.revision()).isEqualTo(3);
    assertThatThrownBy(() -> validated.decide(Decision.returned("Non", NOW, "ars-93")))
        .isInstanceOf(IllegalTransitionException.class);
  }

  @Test
  void the_correction_of_a_validated_version_is_to_be_validated_anew() {
    QuarterlyRecord validated = submitted().decide(Decision.validated(NOW, "ars-93"));
    QuarterlyRecord correction = validated.save(Contents.passages(1400), NOW);

    assertThat(correction.state()).isEqualTo(RecordState.DRAFT);
    assertThat(correction.asSubmitted().orElseThrow().state()).isEqualTo(RecordState.VALIDATED);
    QuarterlyRecord second = correction.submit(NOW, "editor-demo", List.of(), DUE);
    assertThat(second.state()).isEqualTo(RecordState.SUBMITTED);
    assertThat(second.latestVersion().decision()).isNull();
  }

  @Test
  void a_decision_leaves_the_draft_that_the_ars_does_not_see() {
    QuarterlyRecord correction = submitted().save(Contents.passages(1400), NOW);
    QuarterlyRecord returned = correction.decide(Decision.returned("Passages ?", NOW, "ars-93"));

    assertThat(returned.state()).isEqualTo(RecordState.DRAFT);
    assertThat(returned.draft()).isEqualTo(Contents.passages(1400));
    assertThat(returned.asSubmitted().orElseThrow().state()).isEqualTo(RecordState.RETURNED);
  }

  @Test
  void a_return_says_why_and_a_validation_says_nothing() {
    assertThatThrownBy(() -> new Decision(Decision.Outcome.RETURNED, null, NOW, "ars-93"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Decision(Decision.Outcome.VALIDATED, "Bien", NOW, "ars-93"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_draft_is_submitted_once_as_version_one() {
    QuarterlyRecord draft = QuarterlyRecord.open(FINESS, Q3, Contents.passages(1500), NOW);
    QuarterlyRecord submitted = draft.submit(NOW, "editor-demo", List.of(), DUE);

    assertThat(draft.state()).isEqualTo(RecordState.DRAFT);
    assertThat(draft.version()).isZero();
    assertThat(submitted.state()).isEqualTo(RecordState.SUBMITTED);
    assertThat(submitted.version()).isEqualTo(1);
    assertThat(submitted.content()).isEqualTo(Contents.passages(1500));
    assertThatThrownBy(() -> submitted.submit(NOW, "editor-demo", List.of(), DUE))
        .isInstanceOf(IllegalTransitionException.class);
  }

  @Test
  void a_correction_leaves_the_submitted_version_as_it_was() {
    QuarterlyRecord submitted =
        QuarterlyRecord.open(FINESS, Q3, Contents.passages(1500), NOW)
            .submit(NOW, "editor-demo", List.of(), DUE);
    QuarterlyRecord correction = submitted.save(Contents.passages(1400), NOW);

    assertThat(correction.state()).isEqualTo(RecordState.DRAFT);
    assertThat(correction.content()).isEqualTo(Contents.passages(1400));
    assertThat(correction.latestVersion().content()).isEqualTo(Contents.passages(1500));
    assertThat(correction.submit(NOW, "editor-demo", List.of(), DUE).version()).isEqualTo(2);
  }

  @Test
  void every_write_changes_the_revision() {
    QuarterlyRecord one = QuarterlyRecord.open(FINESS, Q3, Contents.passages(1), NOW);
    QuarterlyRecord two = one.save(Contents.passages(1), NOW);
    QuarterlyRecord three = two.submit(NOW, "editor-demo", List.of(), DUE);

    assertThat(List.of(one.revision(), two.revision(), three.revision()))
        .isEqualTo(List.of(1L, 2L, 3L));
  }

  @Test
  void a_record_is_never_nothing() {
    assertThatThrownBy(() -> new QuarterlyRecord(FINESS, Q3, 1, null, null, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
