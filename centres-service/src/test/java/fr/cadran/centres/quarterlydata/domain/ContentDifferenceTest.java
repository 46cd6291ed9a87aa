package fr.cadran.centres.quarterlydata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningSlot;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.PurchaseBasis;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ContentDifferenceTest {
  @Test
  void a_changed_figure_is_shown_with_both_values() {
    assertThat(ContentDifference.between(Contents.passages(1500), Contents.passages(1400)))
        .containsExactly(
            new ContentDifference(
                "patients.passages", BigDecimal.valueOf(1500), BigDecimal.valueOf(1400)));
  }

  @Test
  void a_figure_that_appears_or_goes_is_unknown_on_the_other_side() {
    assertThat(ContentDifference.between(QuarterlyContent.EMPTY, Contents.passages(0)))
        .containsExactly(new ContentDifference("patients.passages", null, BigDecimal.valueOf(0)));
    assertThat(ContentDifference.between(Contents.passages(0), QuarterlyContent.EMPTY))
        .extracting(ContentDifference::after)
        .containsOnlyNulls();
  }

  @Test
  void the_order_of_rows_and_trailing_zeros_are_no_difference() {
    QuarterlyContent one =
        Contents.activity(Contents.row("DENTAIRE", 1L, "10.0"), Contents.row("IMAGERIE", 2L, "20"));
    QuarterlyContent other =
        Contents.activity(
            Contents.row("IMAGERIE", 2L, "20.00"), Contents.row("DENTAIRE", 1L, "10.00"));

    assertThat(ContentDifference.between(one, other)).isEmpty();
  }

  @Test
  void the_data_of_services_and_practitioners_are_compared_by_practitioner() {
    assertThat(
            ContentDifference.between(
                Contents.practitioners(
                    Contents.practitioner("p1", 10L), Contents.practitioner("p2", 20L)),
                Contents.practitioners(
                    Contents.practitioner("p2", 21L), Contents.practitioner("p3", null))))
        .containsExactlyInAnyOrder(
            new ContentDifference("serviceData.practitioners[p1].practitioner", "p1", null),
            new ContentDifference(
                "serviceData.practitioners[p1].acts", BigDecimal.valueOf(10), null),
            new ContentDifference(
                "serviceData.practitioners[p2].acts",
                BigDecimal.valueOf(20),
                BigDecimal.valueOf(21)),
            new ContentDifference("serviceData.practitioners[p3].practitioner", null, "p3"));
    assertThat(
            ContentDifference.between(
                Contents.chairHours("400", "500.0"), Contents.chairHours("400.00", null)))
        .extracting(ContentDifference::path)
        .containsExactly("serviceData.chairHoursAvailable");
  }

  @Test
  void a_session_without_a_number_is_compared_too() {
    assertThat(
            ContentDifference.between(
                Contents.activity(Contents.vacation("p1", null)),
                Contents.activity(Contents.vacation("p2", null))))
        .extracting(ContentDifference::path)
        .containsExactly(
            "activity[DENTAIRE].vacations[p1].practitioner",
            "activity[DENTAIRE].vacations[p2].practitioner");
  }

  @Test
  void what_is_no_figure_is_compared_too() {
    assertThat(
            ContentDifference.between(
                Contents.purchases(PurchaseBasis.QUARTER, null, null),
                Contents.purchases(PurchaseBasis.CUMULATIVE, null, null)))
        .containsExactly(new ContentDifference("finance.purchases.basis", "QUARTER", "CUMULATIVE"));
    assertThat(
            ContentDifference.between(
                Contents.monday(new OpeningSlot("08:00", "12:00"), null),
                Contents.monday(new OpeningSlot("08:30", "12:00"), null)))
        .containsExactly(
            new ContentDifference("openingHours.monday.morning", "08:00–12:00", "08:30–12:00"));
  }
}
