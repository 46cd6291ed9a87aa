package fr.cadran.centres.coordination.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happened to the memberships of a volet in a calendar year: the figures of the yearly report.
 *
 * @param year which
 * @param volet medical or dental
 * @param joined memberships that began in it
 * @param renewed renewals that fell in it
 * @param ended memberships whose last day lies in it
 * @param members memberships that held on its last day, or on the day asked about
 */
public record OptionActivity(
    int year, VoletOption volet, int joined, int renewed, int ended, int members) {

  /** The figures of every year up to a day in which there were memberships. */
  public static List<OptionActivity> of(List<Membership> memberships, LocalDate day) {
    List<OptionActivity> figures = new ArrayList<>();
    for (VoletOption volet : List.of(VoletOption.MEDICAL, VoletOption.DENTAL)) {
      List<Membership> own =
          memberships.stream()
              .filter(one -> one.volet() == volet && !one.startedOn().isAfter(day))
              .toList();
      own.stream()
          .map(one -> one.startedOn().getYear())
          .min(Comparator.naturalOrder())
          .ifPresent(first -> {
            for (int year = first; year <= day.getYear(); year++) {
              figures.add(of(year, volet, own, day));
            }
          });
    }
    return figures.stream().sorted(Comparator.comparingInt(OptionActivity::year)).toList();
  }

  private static OptionActivity of(
      int year, VoletOption volet, List<Membership> own, LocalDate day) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate lastOfYear = LocalDate.of(year, 12, 31);
    LocalDate last = lastOfYear.isAfter(day) ? day : lastOfYear;
    int joined = 0;
    int renewed = 0;
    int ended = 0;
    int members = 0;
    for (Membership one : own) {
      LocalDate end = one.endedOn();
      joined += one.startedOn().getYear() == year ? 1 : 0;
      renewed += one.renewals(first, last).size();
      ended += end != null && end.getYear() == year && !end.isAfter(last) ? 1 : 0;
      members += one.holdsOn(last) ? 1 : 0;
    }
    return new OptionActivity(year, volet, joined, renewed, ended, members);
  }
}
