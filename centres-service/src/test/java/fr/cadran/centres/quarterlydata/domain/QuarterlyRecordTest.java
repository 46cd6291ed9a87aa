package fr.cadran.centres.quarterlydata.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.centres.quarterlydata.domain.RecordTransition.Event;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuarterlyRecordTest {
  private static final Instant NOW = Instant.parse("2013-10-15T08:00:00Z");
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
            "DRAFT SAVE -> EDIT DRAFT",
            "DRAFT SUBMIT -> SUBMIT SUBMITTED",
            "SUBMITTED SAVE -> CORRECT DRAFT",
            "SUBMITTED SUBMIT -> illegal");
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
  void a_draft_is_submitted_once_as_version_one() {
    QuarterlyRecord draft = QuarterlyRecord.open(FINESS, Q3, Contents.passages(1500), NOW);
    QuarterlyRecord submitted = draft.submit(NOW, "editor-demo", List.of());

    assertThat(draft.state()).isEqualTo(RecordState.DRAFT);
    assertThat(draft.version()).isZero();
    assertThat(submitted.state()).isEqualTo(RecordState.SUBMITTED);
    assertThat(submitted.version()).isEqualTo(1);
    assertThat(submitted.content()).isEqualTo(Contents.passages(1500));
    assertThatThrownBy(() -> submitted.submit(NOW, "editor-demo", List.of()))
        .isInstanceOf(IllegalTransitionException.class);
  }

  @Test
  void a_correction_leaves_the_submitted_version_as_it_was() {
    QuarterlyRecord submitted =
        QuarterlyRecord.open(FINESS, Q3, Contents.passages(1500), NOW)
            .submit(NOW, "editor-demo", List.of());
    QuarterlyRecord correction = submitted.save(Contents.passages(1400), NOW);

    assertThat(correction.state()).isEqualTo(RecordState.DRAFT);
    assertThat(correction.content()).isEqualTo(Contents.passages(1400));
    assertThat(correction.latestVersion().content()).isEqualTo(Contents.passages(1500));
    assertThat(correction.submit(NOW, "editor-demo", List.of()).version()).isEqualTo(2);
  }

  @Test
  void every_write_changes_the_revision() {
    QuarterlyRecord one = QuarterlyRecord.open(FINESS, Q3, Contents.passages(1), NOW);
    QuarterlyRecord two = one.save(Contents.passages(1), NOW);
    QuarterlyRecord three = two.submit(NOW, "editor-demo", List.of());

    assertThat(List.of(one.revision(), two.revision(), three.revision()))
        .isEqualTo(List.of(1L, 2L, 3L));
  }

  @Test
  void a_record_is_never_nothing() {
    assertThatThrownBy(() -> new QuarterlyRecord(FINESS, Q3, 1, null, null, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
