package fr.cadran.centres.quarterwindow.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Quarter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowRulesTest {
  private static final Quarter Q3 = new Quarter(2013, 3);

  private static List<FieldError> errors(String opensOn, String dueOn, String closesOn) {
    return WindowRules.errorsOf(Q3, new QuarterDates(day(opensOn), day(dueOn), day(closesOn)));
  }

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  @Test
  void dates_come_in_order_and_may_fall_on_one_day() {
    assertThat(errors("2013-07-01", "2013-11-15", null)).isEmpty();
    assertThat(errors("2013-10-01", "2013-10-01", "2013-10-01")).isEmpty();
    assertThat(errors("2013-10-02", "2013-10-01", null))
        .containsExactly(new FieldError("/dueOn", "DATES_OUT_OF_ORDER"));
    assertThat(errors("2013-10-01", "2013-11-15", "2013-11-14"))
        .containsExactly(new FieldError("/closesOn", "DATES_OUT_OF_ORDER"));
    assertThat(errors("2013-06-30", "2013-11-15", null))
        .containsExactly(new FieldError("/opensOn", "OPENS_BEFORE_THE_QUARTER"));
    assertThat(errors(null, null, null))
        .containsExactly(
            new FieldError("/opensOn", "REQUIRED"), new FieldError("/dueOn", "REQUIRED"));
  }

  @Test
  void the_rule_gives_dates_by_the_days_of_the_quarter() {
    QuarterWindow never = new QuarterRule(Q3, 0, 45, null, "test").window(Q3);
    assertThat(never.opensOn()).isEqualTo("2013-07-01");
    assertThat(never.dueOn()).isEqualTo("2013-11-14");
    assertThat(never.closesOn()).isNull();
    assertThat(never.isAfterClosing(LocalDate.MAX)).isFalse();

    QuarterWindow some = new QuarterRule(Q3, 92, 30, 60, "test").window(Q3);
    assertThat(some.opensOn()).isEqualTo("2013-10-01");
    assertThat(some.dueOn()).isEqualTo("2013-10-30");
    assertThat(some.closesOn()).isEqualTo("2013-11-29");
  }

  @Test
  void other_dates_of_a_centre_have_a_reason_and_keep_the_opening() {
    QuarterWindow usual = new QuarterRule(Q3, 92, 30, 60, "test").window(Q3);

    assertThat(WindowRules.errorsOf(usual, day("2013-12-15"), null, "Logiciel")).isEmpty();
    assertThat(WindowRules.errorsOf(usual, null, null, " "))
        .containsExactly(
            new FieldError("/dueOn", "REQUIRED"), new FieldError("/reason", "REASON_MISSING"));
    assertThat(WindowRules.errorsOf(usual, day("2013-09-30"), null, "Logiciel"))
        .containsExactly(new FieldError("/dueOn", "DATES_OUT_OF_ORDER"));
  }
}
