package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient's membership, without the patient: the reference is opaque and means something to the
 * centre alone.
 *
 * @param id identifier
 * @param centre FINESS number
 * @param volet medical or dental
 * @param reference pseudonymous reference of the patient
 * @param coordinatingDoctor opaque id of the coordinating doctor
 * @param startedOn first day; its anniversaries are counted from it
 * @param endedOn last day, null while it holds
 * @param version counts its changes from 1
 * @param changedAt when it last changed
 */
public record Membership(
    UUID id,
    Finess centre,
    VoletOption volet,
    String reference,
    String coordinatingDoctor,
    LocalDate startedOn,
    @Nullable LocalDate endedOn,
    long version,
    Instant changedAt) {

  /** The membership with a last day. */
  public Membership end(LocalDate lastDay, Instant now) {
    return new Membership(
        id, centre, volet, reference, coordinatingDoctor, startedOn, lastDay, version + 1, now);
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(startedOn) && (endedOn == null || !day.isAfter(endedOn));
  }

  /**
   * The n-th anniversary. Counted from the first day each time, so that one of 29 February comes
   * back to it every four years; in the years between it falls on the 28th.
   */
  public LocalDate anniversary(int years) {
    return startedOn.plusYears(years);
  }

  /**
   * Every half that is due by a day: one at membership and at each renewal, the other one year
   * later if the membership still holds (centres.md §6).
   */
  public List<DueHalf> dueBy(LocalDate day, OptionAmounts amounts) {
    List<DueHalf> due = new ArrayList<>();
    for (int year = 0; holdsOn(anniversary(year)) && !anniversary(year).isAfter(day); year++) {
      due.add(DueHalf.of(this, year, 1, amounts));
      LocalDate secondDay = anniversary(year + 1);
      if (holdsOn(secondDay) && !secondDay.isAfter(day)) {
        due.add(DueHalf.of(this, year, 2, amounts));
      }
    }
    return due;
  }

  /** The renewals that fall due between two days, both included. */
  public List<LocalDate> renewals(LocalDate from, LocalDate to) {
    List<LocalDate> renewals = new ArrayList<>();
    for (int year = 1; holdsOn(anniversary(year)) && !anniversary(year).isAfter(to); year++) {
      if (!anniversary(year).isBefore(from)) {
        renewals.add(anniversary(year));
      }
    }
    return renewals;
  }
}
