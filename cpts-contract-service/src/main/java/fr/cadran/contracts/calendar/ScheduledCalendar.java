package fr.cadran.contracts.calendar;

import fr.cadran.contracts.contract.application.EndDueContracts;
import fr.cadran.contracts.cpts.application.CptsReach;
import fr.cadran.contracts.cpts.application.ValidateByDefault;
import fr.cadran.contracts.payment.application.RunPaymentCalendar;
import fr.cadran.kit.type.FrenchDay;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Wakes what depends on the day. Each use case finds out by itself what is due, so that a missed or
 * a doubled wake changes nothing: several processes may run it, rows are locked one by one.
 */
@ApplicationScoped
class ScheduledCalendar {
  private final ValidateByDefault validateByDefault;
  private final EndDueContracts endDueContracts;
  private final RunPaymentCalendar runPaymentCalendar;
  private final Clock clock;

  ScheduledCalendar(
      ValidateByDefault validateByDefault,
      EndDueContracts endDueContracts,
      RunPaymentCalendar runPaymentCalendar,
      Clock clock) {
    this.validateByDefault = validateByDefault;
    this.endDueContracts = endDueContracts;
    this.runPaymentCalendar = runPaymentCalendar;
    this.clock = clock;
  }

  @Scheduled(
      every = "{cadran.calendar.every}",
      delayed = "{cadran.calendar.delayed}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void today() {
    LocalDate today = FrenchDay.of(clock.instant());
    validateByDefault.validate(CptsReach.EVERYTHING, today);
    // A contract that ends today is paid as one that has ended.
    endDueContracts.end(today);
    runPaymentCalendar.run();
  }
}
