package fr.cadran.contracts.calendar;

import fr.cadran.contracts.contract.application.EndDueContracts;
import fr.cadran.contracts.cpts.application.ValidateByDefault;
import fr.cadran.contracts.payment.application.RunPaymentCalendar;
import fr.cadran.kit.access.CptsScope;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What the day brings about. Each use case finds out by itself what is due, so that a missed or a
 * doubled run changes nothing: several processes may run it, rows are locked one by one.
 */
@ApplicationScoped
class CalendarRun {
  private final ValidateByDefault validateByDefault;
  private final EndDueContracts endDueContracts;
  private final RunPaymentCalendar runPaymentCalendar;
  private final Clock clock;

  CalendarRun(
      ValidateByDefault validateByDefault,
      EndDueContracts endDueContracts,
      RunPaymentCalendar runPaymentCalendar,
      Clock clock) {
    this.validateByDefault = validateByDefault;
    this.endDueContracts = endDueContracts;
    this.runPaymentCalendar = runPaymentCalendar;
    this.clock = clock;
  }

  /** Contracts end before money is looked at: what has ended pays no further advance. */
  CalendarRunResponse run(int most) {
    LocalDate today = FrenchDay.of(clock.instant());
    int validated = validateByDefault.validate(CptsScope.EVERYTHING, today).size();
    int ended = endDueContracts.end(today);
    RunPaymentCalendar.Run paid = runPaymentCalendar.run(most);
    return new CalendarRunResponse(
        validated, ended, paid.contracts(), paid.lines(), paid.failed(), paid.more());
  }
}
