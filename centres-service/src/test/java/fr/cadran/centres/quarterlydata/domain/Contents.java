package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.ActivityRow;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.AppointmentOutcomes;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Finance;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.HumanResources;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningDay;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningHours;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningSlot;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Patients;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.PractitionerActivity;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.PurchaseBasis;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Purchases;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Revenue;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.ServiceData;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Vacation;
import fr.cadran.centres.quarterwindow.domain.QuarterRule;
import fr.cadran.kit.type.Quarter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Contents that say one thing, for tests. */
final class Contents {
  private Contents() {}

  /** A submission under the usual rule, by a centre that was always open. */
  static Submission submission(
      Quarter quarter, QuarterlyContent content, CentreHistory history, LocalDate today) {
    QuarterRule usual = new QuarterRule(new Quarter(1900, 1), 0, 45, null, "test");
    return new Submission(usual.window(quarter), null, null, content, history, null, today);
  }

  static BigDecimal euros(String amount) {
    return amount == null ? null : new BigDecimal(amount);
  }

  static QuarterlyContent of(Patients patients) {
    return new QuarterlyContent(null, null, patients, null, null, null, null);
  }

  static QuarterlyContent passages(long passages) {
    return of(new Patients(null, null, null, null, passages, null, null, null, null, null, null));
  }

  /** Memberships and renewals of the option de coordination as a centre declares them. */
  static QuarterlyContent option(Long memberships, Long renewals) {
    return of(
        new Patients(null, null, null, null, null, null, null, null, null, memberships, renewals));
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

  /** A centre with so many consultations without appointment, and rows that say it again. */
  static QuarterlyContent withoutAppointment(Long declared, ActivityRow... rows) {
    QuarterlyContent patients = nonVenue(null, null, declared);
    return new QuarterlyContent(null, null, patients.patients(), List.of(rows), null, null, null);
  }

  /** A row of which so many consultations were without appointment. */
  static ActivityRow outcomes(String specialty, Long withoutAppointment) {
    return new ActivityRow(
        specialty,
        null,
        null,
        null,
        null,
        null,
        null,
        new AppointmentOutcomes(null, withoutAppointment, null, null));
  }

  static QuarterlyContent activity(ActivityRow... rows) {
    return new QuarterlyContent(null, null, null, List.of(rows), null, null, null);
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
    return new QuarterlyContent(null, null, null, null, null, finance, null);
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
        new Finance(null, null, null, revenue, null, null, null, null, null),
        null);
  }

  static QuarterlyContent nonMedicalPayroll(String amount) {
    return new QuarterlyContent(
        null,
        null,
        null,
        null,
        new HumanResources(null, euros(amount), null, null, null, null),
        null,
        null);
  }

  static QuarterlyContent monday(OpeningSlot morning, OpeningSlot afternoon) {
    return new QuarterlyContent(
        null,
        new OpeningHours(new OpeningDay(morning, afternoon), null, null, null, null, null, null),
        null,
        null,
        null,
        null,
        null);
  }

  static QuarterlyContent services(ServiceData services) {
    return new QuarterlyContent(null, null, null, null, null, null, services);
  }

  static QuarterlyContent imaging(Long prescribed, Long inHouse) {
    return services(
        new ServiceData(null, null, null, null, null, null, prescribed, inHouse, null, null, null));
  }

  static QuarterlyContent chairHours(String occupied, String available) {
    return services(
        new ServiceData(
            null,
            null,
            euros(occupied),
            euros(available),
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  static QuarterlyContent practitioners(PractitionerActivity... rows) {
    return services(
        new ServiceData(
            null, null, null, null, null, null, null, null, null, null, Arrays.asList(rows)));
  }

  static PractitionerActivity practitioner(String practitioner, Long acts) {
    return new PractitionerActivity(practitioner, null, acts, null, null);
  }
}
