package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.events.centres.QuarterlyContent;
import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.value.domain.PurchasesBasis;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures of the grid out of what a centre submitted; what it left empty stays absent.
 */
final class QuarterlyContentReading {
  private QuarterlyContentReading() {}

  static QuarterlyRecord record(ReceivedQuarterlyData data) {
    QuarterlyContent content = data.content();
    return new QuarterlyRecord(
        data.quarter(),
        data.version(),
        centreFigures(content),
        activity(content),
        basis(content.finance()));
  }

  private static Map<Figure, Rational> centreFigures(QuarterlyContent content) {
    Figures figures = new Figures();
    figures.put(Figure.MULTI_DISCIPLINE_ROOMS, content.multiDisciplineRooms());
    OpeningWeek.figures(content.openingHours()).forEach(figures::put);
    QuarterlyContent.Patients patients = content.patients();
    if (patients != null) {
      figures.put(Figure.ANSWER_RATE, patients.answerRate());
      figures.put(Figure.CALLS_RECEIVED, patients.callsReceived());
      figures.put(Figure.CALLS_ANSWERED, patients.callsAnswered());
      figures.put(Figure.APPOINTMENTS, patients.appointments());
      figures.put(Figure.PASSAGES, patients.passages());
      figures.put(Figure.WITHOUT_APPOINTMENT, patients.withoutAppointment());
      figures.put(Figure.WITH_MEDECIN_TRAITANT, patients.withMedecinTraitant());
      figures.put(Figure.OPTION_MEMBERSHIPS, patients.optionMemberships());
      figures.put(Figure.OPTION_RENEWALS, patients.optionRenewals());
    }
    QuarterlyContent.HumanResources humanResources = content.humanResources();
    if (humanResources != null) {
      figures.put(Figure.TIERS_PAYANT_PAYROLL, humanResources.tiersPayantPayroll());
      figures.put(Figure.NON_MEDICAL_PAYROLL, humanResources.nonMedicalPayroll());
      putMedicalPayroll(figures, humanResources.medicalPayroll());
    }
    QuarterlyContent.Finance finance = content.finance();
    if (finance != null) {
      figures.put(Figure.UNPAID_PATIENTS, finance.unpaidPatients());
      figures.put(Figure.UNPAID_ORGANISATIONS, finance.unpaidOrganisations());
      putInvoices(figures, finance.invoices());
      putRevenue(figures, finance.revenue());
      putPurchases(figures, finance.purchases());
      putCharges(figures, finance.charges());
      putSampling(figures, finance.sampling());
      figures.put(Figure.OPTION_RECEIVED, finance.optionCoordinationReceived());
    }
    putServiceData(figures, content.serviceData());
    return figures.found;
  }

  private static void putMedicalPayroll(
      Figures figures, QuarterlyContent.@Nullable MedicalPayroll payroll) {
    if (payroll != null) {
      figures.put(Figure.PAYROLL_MEDECINE_GENERALE, payroll.medecineGenerale());
      figures.put(Figure.PAYROLL_SPECIALITES, payroll.specialites());
      figures.put(Figure.PAYROLL_DENTAIRE, payroll.dentaire());
      figures.put(Figure.PAYROLL_IMAGERIE, payroll.imagerie());
    }
  }

  private static void putCharges(Figures figures, QuarterlyContent.@Nullable Charges charges) {
    if (charges != null) {
      figures.put(Figure.CHARGES_IMAGERIE, charges.imagerie());
      figures.put(Figure.CHARGES_DENTAIRE, charges.dentaire());
    }
  }

  private static void putSampling(Figures figures, QuarterlyContent.@Nullable Sampling sampling) {
    if (sampling != null) {
      figures.put(Figure.SAMPLING_FILES, sampling.files());
      figures.put(Figure.SAMPLING_SUBSIDY, sampling.subsidy());
    }
  }

  private static void putServiceData(
      Figures figures, QuarterlyContent.@Nullable ServiceData serviceData) {
    if (serviceData != null) {
      figures.put(Figure.IMAGING_OPEN_HOURS, serviceData.imagerieOpenHours());
      figures.put(Figure.DENTAL_OPEN_HOURS, serviceData.dentaireOpenHours());
      figures.put(Figure.CHAIR_HOURS_OCCUPIED, serviceData.chairHoursOccupied());
      figures.put(Figure.CHAIR_HOURS_AVAILABLE, serviceData.chairHoursAvailable());
      figures.put(Figure.DENTAL_CARE_ACTS, serviceData.dentalCareActs());
      figures.put(Figure.DENTAL_PROSTHESIS_ACTS, serviceData.dentalProsthesisActs());
      figures.put(Figure.IMAGING_PRESCRIPTIONS, serviceData.imagingPrescriptions());
      figures.put(Figure.IMAGING_PRESCRIPTIONS_IN_HOUSE, serviceData.imagingPrescriptionsInHouse());
      figures.put(Figure.C_CONSULTATIONS, serviceData.c());
      figures.put(Figure.C2_CONSULTATIONS, serviceData.c2());
    }
  }

  private static void putInvoices(Figures figures, QuarterlyContent.@Nullable Invoices invoices) {
    if (invoices != null) {
      figures.put(Figure.INVOICES_SENT, invoices.sent());
      figures.put(Figure.REJECTED_SECURITE_SOCIALE, invoices.rejectedSecuriteSociale());
      figures.put(Figure.REJECTED_MUTUELLES, invoices.rejectedMutuelles());
    }
  }

  private static void putRevenue(Figures figures, QuarterlyContent.@Nullable Revenue revenue) {
    if (revenue != null) {
      figures.put(Figure.TURNOVER, revenue.total());
      figures.put(Figure.TURNOVER_MEDECINE_GENERALE, revenue.medecineGenerale());
      figures.put(Figure.TURNOVER_SPECIALITES, revenue.specialites());
      figures.put(Figure.TURNOVER_DENTAIRE, revenue.dentaire());
      figures.put(Figure.TURNOVER_IMAGERIE, revenue.imagerie());
    }
  }

  private static void putPurchases(
      Figures figures, QuarterlyContent.@Nullable Purchases purchases) {
    if (purchases != null) {
      figures.put(Figure.PURCHASES, purchases.total());
      figures.put(Figure.PURCHASES_MEDECINE_GENERALE, purchases.medecineGenerale());
      figures.put(Figure.PURCHASES_SPECIALITES, purchases.specialites());
      figures.put(Figure.PURCHASES_DENTAIRE, purchases.dentaire());
      figures.put(Figure.PURCHASES_IMAGERIE, purchases.imagerie());
    }
  }

  private static Map<String, Map<Figure, Rational>> activity(QuarterlyContent content) {
    Map<String, Map<Figure, Rational>> activity = new LinkedHashMap<>();
    if (content.activity() == null) {
      return activity;
    }
    for (QuarterlyContent.SpecialtyActivity row : content.activity()) {
      Figures figures = new Figures();
      figures.put(Figure.ROOMS, row.rooms());
      figures.put(Figure.SESSIONS_HELD, sessions(row.vacations()));
      figures.put(Figure.ACTS, row.acts());
      figures.put(Figure.REVENUE, row.revenue());
      figures.put(Figure.CCAM_ACTS, row.ccamActs());
      figures.put(Figure.CCAM_REVENUE, row.ccamRevenue());
      QuarterlyContent.AppointmentOutcomes outcomes = row.appointmentOutcomes();
      if (outcomes != null) {
        figures.put(Figure.HONOURED, outcomes.honoured());
        figures.put(Figure.CONSULTATIONS_WITHOUT_APPOINTMENT, outcomes.withoutAppointment());
        figures.put(Figure.CANCELLED, outcomes.cancelled());
        figures.put(Figure.NOT_HONOURED, outcomes.notHonoured());
      }
      activity.put(row.specialty(), figures.found);
    }
    return activity;
  }

  /** All half-day sessions of a week; unknown when those of one practitioner are. */
  private static @Nullable BigDecimal sessions(
      @Nullable List<QuarterlyContent.Vacation> vacations) {
    if (vacations == null) {
      return null;
    }
    BigDecimal held = BigDecimal.ZERO;
    for (QuarterlyContent.Vacation vacation : vacations) {
      BigDecimal perWeek = vacation.perWeek();
      if (perWeek == null) {
        return null;
      }
      held = held.add(perWeek);
    }
    return held;
  }

  private static @Nullable PurchasesBasis basis(QuarterlyContent.@Nullable Finance finance) {
    QuarterlyContent.Purchases purchases = finance == null ? null : finance.purchases();
    QuarterlyContent.PurchasesBasis basis = purchases == null ? null : purchases.basis();
    return switch (basis) {
      case null -> null;
      case CUMULATIVE -> PurchasesBasis.CUMULATIVE;
      case QUARTER -> PurchasesBasis.QUARTER;
    };
  }

  /** Collects the figures that were given. */
  private static final class Figures {
    private final Map<Figure, Rational> found = new EnumMap<>(Figure.class);

    void put(Figure figure, Rational exact) {
      found.put(figure, exact);
    }

    void put(Figure figure, @Nullable Integer count) {
      if (count != null) {
        found.put(figure, Rational.of(count));
      }
    }

    void put(Figure figure, @Nullable Long count) {
      if (count != null) {
        found.put(figure, Rational.of(count));
      }
    }

    void put(Figure figure, @Nullable BigDecimal decimal) {
      if (decimal != null) {
        found.put(figure, Rational.of(decimal));
      }
    }
  }
}
