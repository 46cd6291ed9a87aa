package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.events.centres.QuarterlyContent;
import fr.cadran.indicators.catalogue.domain.Figure;
import fr.cadran.indicators.value.domain.PurchasesBasis;
import fr.cadran.indicators.value.domain.QuarterlyRecord;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
    QuarterlyContent.Patients patients = content.patients();
    if (patients != null) {
      figures.put(Figure.ANSWER_RATE, patients.answerRate());
      figures.put(Figure.CALLS_RECEIVED, patients.callsReceived());
      figures.put(Figure.CALLS_ANSWERED, patients.callsAnswered());
      figures.put(Figure.APPOINTMENTS, patients.appointments());
      figures.put(Figure.PASSAGES, patients.passages());
      figures.put(Figure.WITHOUT_APPOINTMENT, patients.withoutAppointment());
    }
    QuarterlyContent.HumanResources humanResources = content.humanResources();
    if (humanResources != null) {
      figures.put(Figure.TIERS_PAYANT_PAYROLL, humanResources.tiersPayantPayroll());
    }
    QuarterlyContent.Finance finance = content.finance();
    if (finance != null) {
      figures.put(Figure.UNPAID_PATIENTS, finance.unpaidPatients());
      figures.put(Figure.UNPAID_ORGANISATIONS, finance.unpaidOrganisations());
      putInvoices(figures, finance.invoices());
      putRevenue(figures, finance.revenue());
      putPurchases(figures, finance.purchases());
    }
    return figures.found;
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
