package fr.cadran.centres.quarterlydata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Quarter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmissionVerdictTest {
  private static final String WARNING = "NEGATIVE_NON_VENUE:patients.passages";

  private static SubmissionVerdict verdict(QuarterlyContent content, String... acknowledgements) {
    Submission submission =
        Contents.submission(
            new Quarter(2013, 3), content, CentreHistory.none(), LocalDate.of(2013, 10, 15));
    return SubmissionVerdict.of(submission, List.of(acknowledgements));
  }

  @Test
  void a_warning_refuses_until_it_is_acknowledged() {
    QuarterlyContent content = Contents.nonVenue(100L, 150L, 10L);

    assertThat(verdict(content).accepts()).isFalse();
    assertThat(verdict(content).unacknowledged())
        .extracting(Finding::acknowledgement)
        .containsExactly(WARNING);
    assertThat(verdict(content, WARNING).accepts()).isTrue();
    assertThat(verdict(content, WARNING).acknowledged()).hasSize(1);
  }

  @Test
  void an_acknowledgement_of_nothing_refuses() {
    SubmissionVerdict verdict = verdict(Contents.passages(1), WARNING);

    assertThat(verdict.accepts()).isFalse();
    assertThat(verdict.unknownAcknowledgements()).containsExactly(WARNING);
  }

  @Test
  void what_blocks_cannot_be_acknowledged() {
    SubmissionVerdict verdict =
        verdict(Contents.calls(1L, 2L), "RATE_OUT_OF_RANGE:patients.callsAnswered");

    assertThat(verdict.blocking()).hasSize(1);
    assertThat(verdict.unknownAcknowledgements()).hasSize(1);
    assertThat(verdict.accepts()).isFalse();
  }
}
