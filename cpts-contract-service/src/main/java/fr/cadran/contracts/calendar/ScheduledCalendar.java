package fr.cadran.contracts.calendar;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs the calendar by itself. */
@ApplicationScoped
class ScheduledCalendar {
  private final CalendarRun calendarRun;

  ScheduledCalendar(CalendarRun calendarRun) {
    this.calendarRun = calendarRun;
  }

  @Scheduled(
      every = "{cadran.calendar.every}",
      delayed = "{cadran.calendar.delayed}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void today() {
    calendarRun.run(Integer.MAX_VALUE);
  }
}
