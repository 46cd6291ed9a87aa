package fr.cadran.testing.house.bites.clockandidsareinjected.visit.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.UUID;

// The point of this class is to do what static analysis also refuses.
@SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate", "UnusedMethod", "TimeZoneUsage"})
final class Ambient {
  Object[] eleven() {
    return new Object[] {
      Instant.now(),
      LocalDate.now(),
      LocalDate.now(ZoneOffset.UTC),
      YearMonth.now(),
      Clock.systemUTC(),
      Clock.tickSeconds(ZoneOffset.UTC),
      System.currentTimeMillis(),
      UUID.randomUUID(),
      new Date(),
      Calendar.getInstance(),
      Math.random()
    };
  }

  Object[] given(Clock clock) {
    return new Object[] {Instant.now(clock), Clock.tick(clock, Duration.ofMillis(1)), new Date(0)};
  }
}
