package fr.cadran.indicators.catalogue.domain;

import static fr.cadran.indicators.catalogue.domain.WorkedExample.QUARTER;
import static java.util.Map.entry;

import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The worked example of each indicator, by code. Only those that are counted from the appointment
 * ledger have none: no grid holds their figures.
 */
final class WorkedExamples {
  private static final String MEDECINE_GENERALE = "MEDECINE_GENERALE";
  private static final String CARDIOLOGIE = "CARDIOLOGIE";
  private static final String DENTAIRE = "DENTAIRE";

  private static final List<String> OPEN_WEEK =
      List.of("4", "4", "4", "4", "4", "4", "4", "4", "4", "4", "3.5", "0");

  private static final Map<String, WorkedExample> BY_CODE =
      Map.ofEntries(
          entry(
              "taux-decroche",
              example(
                  "900 ÷ 1000",
                  "9/10",
                  now(Figure.CALLS_ANSWERED, "900"),
                  now(Figure.CALLS_RECEIVED, "1000"))),
          entry(
              "taux-non-venue",
              example(
                  "(1410 − 1500 + 300) ÷ 1410",
                  "7/47",
                  now(Figure.APPOINTMENTS, "1410"),
                  now(Figure.PASSAGES, "1500"),
                  now(Figure.WITHOUT_APPOINTMENT, "300"))),
          entry("part-rdv-non-honores", outcomes("100 ÷ (1200 + 110 + 100)", "10/141")),
          entry("part-rdv-annules", outcomes("110 ÷ (1200 + 110 + 100)", "11/141")),
          entry(
              "part-actes-ccam",
              example(
                  "(150 + 250) ÷ (1500 + 500)",
                  "1/5",
                  of(MEDECINE_GENERALE, Figure.ACTS, "1500"),
                  of(MEDECINE_GENERALE, Figure.CCAM_ACTS, "150"),
                  of(CARDIOLOGIE, Figure.ACTS, "500"),
                  of(CARDIOLOGIE, Figure.CCAM_ACTS, "250"))),
          entry(
              "part-recettes-ccam",
              example(
                  "(6000.00 + 18000.00) ÷ (37500.00 + 22500.00)",
                  "2/5",
                  of(MEDECINE_GENERALE, Figure.REVENUE, "37500.00"),
                  of(MEDECINE_GENERALE, Figure.CCAM_REVENUE, "6000.00"),
                  of(CARDIOLOGIE, Figure.REVENUE, "22500.00"),
                  of(CARDIOLOGIE, Figure.CCAM_REVENUE, "18000.00"))),
          entry(
              "ratio-c2-c",
              example(
                  "120 ÷ 480",
                  "1/4",
                  now(Figure.C2_CONSULTATIONS, "120"),
                  now(Figure.C_CONSULTATIONS, "480"))),
          entry(
              "evolution-recettes",
              example(
                  "(111000.00 − 100000.00) ÷ 100000.00",
                  "11/100",
                  now(Figure.TURNOVER, "111000.00"),
                  in("2012-Q3", Figure.TURNOVER, "100000.00"))),
          entry(
              "amplitude-horaire",
              example(
                  "4 + 4 + 4 + 4 + 4 + 4 + 4 + 4 + 4 + 4 + 3.5 + 0",
                  "87/2",
                  openWeek().toArray(WorkedExample.Given[]::new))),
          entry(
              "taux-occupation",
              example(
                  "(30 + 12) ÷ ((4 + 2 + 1) × 11)",
                  "6/11",
                  of(MEDECINE_GENERALE, Figure.SESSIONS_HELD, "30"),
                  of(MEDECINE_GENERALE, Figure.ROOMS, "4"),
                  of(DENTAIRE, Figure.SESSIONS_HELD, "12"),
                  of(DENTAIRE, Figure.ROOMS, "2"),
                  now(Figure.MULTI_DISCIPLINE_ROOMS, "1"),
                  now(Figure.OPEN_HALF_DAYS, "11"))),
          entry(
              "ca-horaire-imagerie",
              example(
                  "62400.00 ÷ 480",
                  "130",
                  now(Figure.TURNOVER_IMAGERIE, "62400.00"),
                  now(Figure.IMAGING_OPEN_HOURS, "480"))),
          entry(
              "adressage-interne-imagerie",
              example(
                  "180 ÷ 240",
                  "3/4",
                  now(Figure.IMAGING_PRESCRIPTIONS_IN_HOUSE, "180"),
                  now(Figure.IMAGING_PRESCRIPTIONS, "240"))),
          entry(
              "couverture-charges-imagerie",
              example(
                  "62400.00 ÷ 60000.00",
                  "26/25",
                  now(Figure.TURNOVER_IMAGERIE, "62400.00"),
                  now(Figure.CHARGES_IMAGERIE, "60000.00"))),
          // 43.5 hours a week × 13 weeks: the hours of the service are not reported.
          entry(
              "ca-horaire-dentaire",
              example(
                  "79170.00 ÷ ((4 + 4 + 4 + 4 + 4 + 4 + 4 + 4 + 4 + 4 + 3.5 + 0) × 13)",
                  "140",
                  Stream.concat(
                          openWeek().stream(), Stream.of(now(Figure.TURNOVER_DENTAIRE, "79170.00")))
                      .toArray(WorkedExample.Given[]::new))),
          entry(
              "ratio-soins-protheses",
              example(
                  "600 ÷ 150",
                  "4",
                  now(Figure.DENTAL_CARE_ACTS, "600"),
                  now(Figure.DENTAL_PROSTHESIS_ACTS, "150"))),
          entry(
              "occupation-fauteuils",
              example(
                  "420 ÷ 600",
                  "7/10",
                  now(Figure.CHAIR_HOURS_OCCUPIED, "420"),
                  now(Figure.CHAIR_HOURS_AVAILABLE, "600"))),
          entry(
              "couverture-charges-dentaire",
              example(
                  "91000.00 ÷ 100000.00",
                  "91/100",
                  now(Figure.TURNOVER_DENTAIRE, "91000.00"),
                  now(Figure.CHARGES_DENTAIRE, "100000.00"))),
          entry(
              "impayes-patients",
              example(
                  "(2500.00 − 1500.00) ÷ 100000.00",
                  "1/100",
                  now(Figure.UNPAID_PATIENTS, "2500.00"),
                  in("2013-Q2", Figure.UNPAID_PATIENTS, "1500.00"),
                  now(Figure.TURNOVER, "100000.00"))),
          entry(
              "impayes-organismes",
              example(
                  "(5000.00 − 3000.00) ÷ 100000.00",
                  "1/50",
                  now(Figure.UNPAID_ORGANISATIONS, "5000.00"),
                  in("2013-Q2", Figure.UNPAID_ORGANISATIONS, "3000.00"),
                  now(Figure.TURNOVER, "100000.00"))),
          entry("taux-rejets", rejects("(30 + 50) ÷ 1000", "2/25")),
          entry("taux-rejets-securite-sociale", rejects("30 ÷ 1000", "3/100")),
          entry("taux-rejets-mutuelles", rejects("50 ÷ 1000", "1/20")),
          entry(
              "cout-tiers-payant",
              example(
                  "(30000.00 − 20000.00) ÷ 3000",
                  "10/3",
                  now(Figure.TIERS_PAYANT_PAYROLL, "30000.00"),
                  in("2013-Q2", Figure.TIERS_PAYANT_PAYROLL, "20000.00"),
                  now(Figure.INVOICES_SENT, "3000"))),
          entry(
              "subvention-par-dossier",
              example(
                  "9600.00 ÷ 2000",
                  "24/5",
                  now(Figure.SAMPLING_SUBSIDY, "9600.00"),
                  now(Figure.SAMPLING_FILES, "2000"))),
          entry("adhesions", example("45", "45", now(Figure.OPTION_MEMBERSHIPS, "45"))),
          entry("renouvellements", example("30", "30", now(Figure.OPTION_RENEWALS, "30"))),
          entry(
              "montant-option", example("1035.00", "1035", now(Figure.OPTION_RECEIVED, "1035.00"))),
          entry(
              "taux-adhesion",
              example(
                  "45 ÷ 900",
                  "1/20",
                  now(Figure.OPTION_MEMBERSHIPS, "45"),
                  now(Figure.WITH_MEDECIN_TRAITANT, "900"))),
          entry(
              "achats-ca",
              purchases(
                  "CUMULATIVE",
                  "30000.00 ÷ (90000.00 + 100000.00 + 110000.00)",
                  "1/10",
                  now(Figure.PURCHASES, "30000.00"),
                  in("2013-Q1", Figure.TURNOVER, "90000.00"),
                  in("2013-Q2", Figure.TURNOVER, "100000.00"),
                  now(Figure.TURNOVER, "110000.00"))),
          entry(
              "achats-ca-medecine-generale",
              purchases(
                  "QUARTER",
                  "1100.00 ÷ 55000.00",
                  "1/50",
                  now(Figure.PURCHASES_MEDECINE_GENERALE, "1100.00"),
                  now(Figure.TURNOVER_MEDECINE_GENERALE, "55000.00"))),
          entry(
              "achats-ca-specialites",
              purchases(
                  "QUARTER",
                  "1500.00 ÷ 30000.00",
                  "1/20",
                  now(Figure.PURCHASES_SPECIALITES, "1500.00"),
                  now(Figure.TURNOVER_SPECIALITES, "30000.00"))),
          entry(
              "achats-ca-dentaire",
              purchases(
                  "QUARTER",
                  "8000.00 ÷ 80000.00",
                  "1/10",
                  now(Figure.PURCHASES_DENTAIRE, "8000.00"),
                  now(Figure.TURNOVER_DENTAIRE, "80000.00"))),
          entry(
              "achats-ca-imagerie",
              purchases(
                  "QUARTER",
                  "3000.00 ÷ 60000.00",
                  "1/20",
                  now(Figure.PURCHASES_IMAGERIE, "3000.00"),
                  now(Figure.TURNOVER_IMAGERIE, "60000.00"))),
          entry(
              "ratio-personnel",
              example(
                  "300000.00 ÷ (200000.00 + 100000.00 + 150000.00 + 50000.00)",
                  "3/5",
                  now(Figure.NON_MEDICAL_PAYROLL, "300000.00"),
                  now(Figure.PAYROLL_MEDECINE_GENERALE, "200000.00"),
                  now(Figure.PAYROLL_SPECIALITES, "100000.00"),
                  now(Figure.PAYROLL_DENTAIRE, "150000.00"),
                  now(Figure.PAYROLL_IMAGERIE, "50000.00"))));

  private WorkedExamples() {}

  static Optional<WorkedExample> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  private static WorkedExample outcomes(String substituted, String value) {
    return example(
        substituted,
        value,
        of(MEDECINE_GENERALE, Figure.HONOURED, "1200"),
        of(MEDECINE_GENERALE, Figure.CANCELLED, "110"),
        of(MEDECINE_GENERALE, Figure.NOT_HONOURED, "100"));
  }

  private static WorkedExample rejects(String substituted, String value) {
    return example(
        substituted,
        value,
        now(Figure.INVOICES_SENT, "1000"),
        now(Figure.REJECTED_SECURITE_SOCIALE, "30"),
        now(Figure.REJECTED_MUTUELLES, "50"));
  }

  /** Two half-days of four hours from Monday to Friday, half a Saturday. */
  private static List<WorkedExample.Given> openWeek() {
    List<Figure> halfDays = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      if (figure.path().startsWith("openingHours.")) {
        halfDays.add(figure);
      }
    }
    return IntStream.range(0, OPEN_WEEK.size())
        .mapToObj(at -> now(halfDays.get(at), OPEN_WEEK.get(at)))
        .toList();
  }

  private static WorkedExample example(
      String substituted, String value, WorkedExample.Given... given) {
    return new WorkedExample(List.of(given), null, substituted, Rational.parse(value));
  }

  private static WorkedExample purchases(
      String basis, String substituted, String value, WorkedExample.Given... given) {
    return new WorkedExample(List.of(given), basis, substituted, Rational.parse(value));
  }

  private static WorkedExample.Given now(Figure figure, String value) {
    return given(QUARTER, null, figure, value);
  }

  private static WorkedExample.Given in(String quarter, Figure figure, String value) {
    return given(quarter, null, figure, value);
  }

  private static WorkedExample.Given of(String specialty, Figure figure, String value) {
    return given(QUARTER, specialty, figure, value);
  }

  private static WorkedExample.Given given(
      String quarter, @Nullable String specialty, Figure figure, String value) {
    return new WorkedExample.Given(quarter, specialty, figure, Rational.of(new BigDecimal(value)));
  }
}
