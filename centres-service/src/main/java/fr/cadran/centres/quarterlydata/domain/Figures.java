package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.centres.quarterlydata.domain.Figure.Accrual;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.ActivityRow;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.AppointmentOutcomes;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Charges;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Collection;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Finance;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.HumanResources;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Invoices;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.MedicalPayroll;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Patients;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.PractitionerActivity;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.PurchaseBasis;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Purchases;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Revenue;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Sampling;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.ServiceData;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Vacation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of the grid: every figure with its name, its kind and the time it covers, in one
 * place, so that range checks, history and differences cannot disagree about what a figure is.
 */
public final class Figures {
  private final List<Figure> found = new ArrayList<>();

  private Figures() {}

  /** Every figure that is present, in the order of the grid. */
  public static List<Figure> of(QuarterlyContent content) {
    Figures figures = new Figures();
    figures.read(content);
    return List.copyOf(figures.found);
  }

  /**
   * The same by path. Of two rows for one specialty, which the rules refuse, the last one counts.
   */
  public static Map<String, Figure> byPath(QuarterlyContent content) {
    Map<String, Figure> byPath = new LinkedHashMap<>();
    of(content).forEach(figure -> byPath.put(figure.path(), figure));
    return byPath;
  }

  private void read(QuarterlyContent content) {
    Place root = new Place("", "");
    root.rooms("multiDisciplineRooms", content.multiDisciplineRooms());
    if (content.patients() != null) {
      read(root.field("patients"), content.patients());
    }
    List<ActivityRow> rows = content.activityRows();
    for (int i = 0; i < rows.size(); i++) {
      ActivityRow row = rows.get(i);
      if (row != null) {
        read(root.element("activity", i, row.specialty()), row);
      }
    }
    if (content.humanResources() != null) {
      read(root.field("humanResources"), content.humanResources());
    }
    if (content.finance() != null) {
      read(root.field("finance"), content.finance());
    }
    if (content.serviceData() != null) {
      read(root.field("serviceData"), content.serviceData());
    }
  }

  private static void read(Place at, Patients patients) {
    at.add("answerRate", FigureKind.RATE, Accrual.QUARTER, patients.answerRate());
    at.count("callsReceived", Accrual.QUARTER, patients.callsReceived());
    at.count("callsAnswered", Accrual.QUARTER, patients.callsAnswered());
    at.count("appointments", Accrual.QUARTER, patients.appointments());
    at.count("passages", Accrual.QUARTER, patients.passages());
    at.count("withoutAppointment", Accrual.QUARTER, patients.withoutAppointment());
    at.count("distinctPatients", Accrual.QUARTER, patients.distinctPatients());
    at.count("newPatients", Accrual.QUARTER, patients.newPatients());
    at.count("withMedecinTraitant", Accrual.QUARTER, patients.withMedecinTraitant());
    at.count("optionMemberships", Accrual.QUARTER, patients.optionMemberships());
    at.count("optionRenewals", Accrual.QUARTER, patients.optionRenewals());
  }

  private static void read(Place at, ActivityRow row) {
    at.rooms("rooms", row.rooms());
    at.count("acts", Accrual.QUARTER, row.acts());
    at.amount("revenue", Accrual.QUARTER, row.revenue());
    at.count("ccamActs", Accrual.QUARTER, row.ccamActs());
    at.amount("ccamRevenue", Accrual.QUARTER, row.ccamRevenue());
    List<Vacation> vacations = row.vacations() == null ? List.of() : row.vacations();
    for (int i = 0; i < vacations.size(); i++) {
      Vacation vacation = vacations.get(i);
      if (vacation != null) {
        at.element("vacations", i, vacation.practitioner())
            .add("perWeek", FigureKind.QUANTITY, Accrual.STATE, vacation.perWeek());
      }
    }
    AppointmentOutcomes outcomes = row.appointmentOutcomes();
    if (outcomes != null) {
      Place inOutcomes = at.field("appointmentOutcomes");
      inOutcomes.count("honoured", Accrual.QUARTER, outcomes.honoured());
      inOutcomes.count("withoutAppointment", Accrual.QUARTER, outcomes.withoutAppointment());
      inOutcomes.count("cancelled", Accrual.QUARTER, outcomes.cancelled());
      inOutcomes.count("notHonoured", Accrual.QUARTER, outcomes.notHonoured());
    }
  }

  private static void read(Place at, HumanResources staff) {
    MedicalPayroll medical = staff.medicalPayroll();
    if (medical != null) {
      Place inMedical = at.field("medicalPayroll");
      inMedical.amount("medecineGenerale", Accrual.SINCE_JANUARY, medical.medecineGenerale());
      inMedical.amount("specialites", Accrual.SINCE_JANUARY, medical.specialites());
      inMedical.amount("dentaire", Accrual.SINCE_JANUARY, medical.dentaire());
      inMedical.amount("imagerie", Accrual.SINCE_JANUARY, medical.imagerie());
    }
    at.amount("nonMedicalPayroll", Accrual.SINCE_JANUARY, staff.nonMedicalPayroll());
    at.amount("tiersPayantPayroll", Accrual.SINCE_JANUARY, staff.tiersPayantPayroll());
    at.add("medicalFte", FigureKind.QUANTITY, Accrual.STATE, staff.medicalFte());
    at.add("nonMedicalFte", FigureKind.QUANTITY, Accrual.STATE, staff.nonMedicalFte());
    at.add("nursingFteLastYear", FigureKind.QUANTITY, Accrual.STATE, staff.nursingFteLastYear());
  }

  private static void read(Place at, Finance finance) {
    at.amount("unpaidOrganisations", Accrual.SINCE_JANUARY, finance.unpaidOrganisations());
    at.amount("unpaidPatients", Accrual.SINCE_JANUARY, finance.unpaidPatients());
    Purchases purchases = finance.purchases();
    if (purchases != null) {
      // Purchases without a basis are taken as the grid asks for them; submission refuses them.
      Accrual accrual =
          purchases.basis() == PurchaseBasis.QUARTER ? Accrual.QUARTER : Accrual.SINCE_JANUARY;
      Place inPurchases = at.field("purchases");
      inPurchases.signed("total", accrual, purchases.total());
      inPurchases.signed("medecineGenerale", accrual, purchases.medecineGenerale());
      inPurchases.signed("specialites", accrual, purchases.specialites());
      inPurchases.signed("dentaire", accrual, purchases.dentaire());
      inPurchases.signed("imagerie", accrual, purchases.imagerie());
    }
    Revenue revenue = finance.revenue();
    if (revenue != null) {
      Place inRevenue = at.field("revenue");
      inRevenue.signed("total", Accrual.QUARTER, revenue.total());
      inRevenue.signed("medecineGenerale", Accrual.QUARTER, revenue.medecineGenerale());
      inRevenue.signed("specialites", Accrual.QUARTER, revenue.specialites());
      inRevenue.signed("dentaire", Accrual.QUARTER, revenue.dentaire());
      inRevenue.signed("imagerie", Accrual.QUARTER, revenue.imagerie());
    }
    Charges charges = finance.charges();
    if (charges != null) {
      Place inCharges = at.field("charges");
      inCharges.amount("imagerie", Accrual.QUARTER, charges.imagerie());
      inCharges.amount("dentaire", Accrual.QUARTER, charges.dentaire());
    }
    Invoices invoices = finance.invoices();
    if (invoices != null) {
      Place inInvoices = at.field("invoices");
      inInvoices.count("sent", Accrual.QUARTER, invoices.sent());
      inInvoices.count(
          "rejectedSecuriteSociale", Accrual.QUARTER, invoices.rejectedSecuriteSociale());
      inInvoices.count("rejectedMutuelles", Accrual.QUARTER, invoices.rejectedMutuelles());
    }
    Collection collection = finance.collection();
    if (collection != null) {
      Place inCollection = at.field("collection");
      inCollection.amount("handedOver", Accrual.QUARTER, collection.handedOver());
      inCollection.amount("recovered", Accrual.QUARTER, collection.recovered());
    }
    Sampling sampling = finance.sampling();
    if (sampling != null) {
      Place inSampling = at.field("sampling");
      inSampling.count("files", Accrual.QUARTER, sampling.files());
      inSampling.amount("subsidy", Accrual.QUARTER, sampling.subsidy());
    }
    at.amount("optionCoordinationReceived", Accrual.QUARTER, finance.optionCoordinationReceived());
  }

  private static void read(Place at, ServiceData services) {
    at.quantity("imagerieOpenHours", services.imagerieOpenHours());
    at.quantity("dentaireOpenHours", services.dentaireOpenHours());
    at.quantity("chairHoursOccupied", services.chairHoursOccupied());
    at.quantity("chairHoursAvailable", services.chairHoursAvailable());
    at.count("dentalCareActs", Accrual.QUARTER, services.dentalCareActs());
    at.count("dentalProsthesisActs", Accrual.QUARTER, services.dentalProsthesisActs());
    at.count("imagingPrescriptions", Accrual.QUARTER, services.imagingPrescriptions());
    at.count(
        "imagingPrescriptionsInHouse", Accrual.QUARTER, services.imagingPrescriptionsInHouse());
    at.count("c", Accrual.QUARTER, services.c());
    at.count("c2", Accrual.QUARTER, services.c2());
    List<PractitionerActivity> rows =
        services.practitioners() == null ? List.of() : services.practitioners();
    for (int i = 0; i < rows.size(); i++) {
      PractitionerActivity row = rows.get(i);
      if (row != null) {
        Place inRow = at.element("practitioners", i, row.practitioner());
        inRow.quantity("medicalHours", row.medicalHours());
        inRow.count("acts", Accrual.QUARTER, row.acts());
        inRow.count("patients", Accrual.QUARTER, row.patients());
        inRow.amount("revenue", Accrual.QUARTER, row.revenue());
      }
    }
  }

  /** Where in the grid the reader stands. */
  private final class Place {
    private final String path;
    private final String pointer;

    Place(String path, String pointer) {
      this.path = path;
      this.pointer = pointer;
    }

    Place field(String name) {
      return new Place(path + name + ".", pointer + "/" + name);
    }

    Place element(String list, int index, @Nullable String key) {
      return new Place(
          path + list + "[" + (key == null ? index : key) + "].",
          pointer + "/" + list + "/" + index);
    }

    void count(String name, Accrual accrual, @Nullable Long value) {
      add(name, FigureKind.COUNT, accrual, value == null ? null : BigDecimal.valueOf(value));
    }

    void rooms(String name, @Nullable Long value) {
      add(name, FigureKind.ROOMS, Accrual.STATE, value == null ? null : BigDecimal.valueOf(value));
    }

    void amount(String name, Accrual accrual, @Nullable BigDecimal value) {
      add(name, FigureKind.AMOUNT, accrual, value);
    }

    void quantity(String name, @Nullable BigDecimal value) {
      add(name, FigureKind.QUANTITY, Accrual.QUARTER, value);
    }

    void signed(String name, Accrual accrual, @Nullable BigDecimal value) {
      add(name, FigureKind.SIGNED_AMOUNT, accrual, value);
    }

    void add(String name, FigureKind kind, Accrual accrual, @Nullable BigDecimal value) {
      if (value != null) {
        found.add(new Figure(path + name, pointer + "/" + name, kind, accrual, value));
      }
    }
  }
}
