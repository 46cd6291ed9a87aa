package fr.cadran.contracts.calendar;

import fr.cadran.contracts.cpts.application.CptsReach;
import fr.cadran.contracts.cpts.application.ValidateByDefault;
import fr.cadran.contracts.payment.application.RunPaymentCalendar;
import fr.cadran.kit.type.FrenchDay;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Wakes what depends on the day. Each use case finds out by itself what is due, so that a missed or
 * a doubled wake changes nothing: several processes may run it, rows are locked one by one.
 */
@ApplicationScoped
class ScheduledCalendar {
  private final ValidateByDefault validateByDefault;
  private final RunPaymentCalendar runPaymentCalendar;
  private final Clock clock;

  ScheduledCalendar(
      ValidateByDefault validateByDefault, RunPaymentCalendar runPaymentCalendar, Clock clock) {
    this.validateByDefault = validateByDefault;
    this.runPaymentCalendar = runPaymentCalendar;
    this.clock = clock;
  }

  @Scheduled(
      every = "{cadran.calendar.every}",
      delayed = "{cadran.calendar.delayed}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void today() {
    validateByDefault.validate(CptsReach.EVERYTHING, FrenchDay.of(clock.instant()));
    runPaymentCalendar.run();
  }
}
