package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.ActivityRow;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Finance;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.HumanResources;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningDay;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningHours;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningSlot;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Patients;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.PurchaseBasis;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Purchases;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Revenue;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Vacation;
import java.math.BigDecimal;
import java.util.List;

/** Contents that say one thing, for tests. */
final class Contents {
  private Contents() {}

  static BigDecimal euros(String amount) {
    return amount == null ? null : new BigDecimal(amount);
  }

  static QuarterlyContent of(Patients patients) {
    return new QuarterlyContent(null, null, patients, null, null, null);
  }

  static QuarterlyContent passages(long passages) {
    return of(new Patients(null, null, null, null, passages, null, null, null, null, null, null));
  }

  static QuarterlyContent calls(Long received, Long answered) {
    return of(
        new Patients(null, received, answered, null, null, null, null, null, null, null, null));
  }

  static QuarterlyContent answerRate(String rate) {
    return of(
        new Patients(euros(rate), null, null, null, null, null, null, null, null, null, null));
  }

  static QuarterlyContent nonVenue(Long appointments, Long passages, Long withoutAppointment) {
    return of(
        new Patients(
            null,
            null,
            null,
            appointments,
            passages,
            withoutAppointment,
            null,
            null,
            null,
            null,
            null));
  }

  static QuarterlyContent activity(ActivityRow... rows) {
    return new QuarterlyContent(null, null, null, List.of(rows), null, null);
  }

  static ActivityRow row(String specialty, Long acts, String revenue) {
    return new ActivityRow(specialty, null, acts, euros(revenue), null, null, null, null);
  }

  static ActivityRow ccam(Long acts, String revenue, Long ccamActs, String ccamRevenue) {
    return new ActivityRow(
        "DENTAIRE", null, acts, euros(revenue), ccamActs, euros(ccamRevenue), null, null);
  }

  static ActivityRow vacation(String practitioner, String perWeek) {
    return new ActivityRow(
        "DENTAIRE",
        null,
        null,
        null,
        null,
        null,
        List.of(new Vacation(practitioner, euros(perWeek))),
        null);
  }

  static QuarterlyContent finance(Finance finance) {
    return new QuarterlyContent(null, null, null, null, null, finance);
  }

  static QuarterlyContent unpaid(String organisations) {
    return finance(
        new Finance(euros(organisations), null, null, null, null, null, null, null, null));
  }

  static QuarterlyContent purchases(PurchaseBasis basis, String total, String imagerie) {
    return finance(
        new Finance(
            null,
            null,
            new Purchases(basis, euros(total), null, null, null, euros(imagerie)),
            null,
            null,
            null,
            null,
            null,
            null));
  }

  static QuarterlyContent revenue(String total, String dentaire, ActivityRow... rows) {
    Revenue revenue = new Revenue(euros(total), null, null, euros(dentaire), null);
    return new QuarterlyContent(
        null,
        null,
        null,
        List.of(rows),
        null,
        new Finance(null, null, null, revenue, null, null, null, null, null));
  }

  static QuarterlyContent nonMedicalPayroll(String amount) {
    return new QuarterlyContent(
        null,
        null,
        null,
        null,
        new HumanResources(null, euros(amount), null, null, null, null),
        null);
  }

  static QuarterlyContent monday(OpeningSlot morning, OpeningSlot afternoon) {
    return new QuarterlyContent(
        null,
        new OpeningHours(new OpeningDay(morning, afternoon), null, null, null, null, null, null),
        null,
        null,
        null,
        null);
  }
}
