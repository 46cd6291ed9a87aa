package fr.cadran.local.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A fictional cohort of 28 centres over eight quarters, whose levier statuses and results are those
 * of the programme of seed 000 (§2.1, figures 4 to 6). No figure describes a real centre: which
 * centre retained what, and what it declared, is laid out by arithmetic, always the same.
 */
final class Cohort {
  static final String NAME = "Cohorte de démonstration, 28 centres (fictive)";
  static final String REGION = "11";
  static final int CENTRES = 28;

  /** The quarters; results of the last one are judged against the first. */
  static final List<String> QUARTERS =
      List.of(
          "2013-Q1", "2013-Q2", "2013-Q3", "2013-Q4", "2014-Q1", "2014-Q2", "2014-Q3", "2014-Q4");

  /** The nine leviers that the programme follows, with how many centres came how far (§2.1). */
  enum Followed {
    NON_VENUE(26, 26, 19, 1),
    CODAGE(28, 21, 9, 3),
    OCCUPATION(27, 26, 21, 5),
    IMAGERIE(19, 10, 7, 9),
    DENTAIRE(24, 20, 17, 11),
    IMPAYES(27, 22, 13, 13),
    PRELEVEMENTS(12, 10, 9, 15),
    COORDINATION(25, 11, 9, 17),
    ACHATS(26, 12, 6, 19);

    private final int validated;
    private final int activated;
    private final int positive;
    // Has no factor in common with 28, so that each levier ranks the centres in another order.
    private final int step;

    Followed(int validated, int activated, int positive, int step) {
      this.validated = validated;
      this.activated = activated;
      this.positive = positive;
      this.step = step;
    }

    int validated() {
      return validated;
    }

    int activated() {
      return activated;
    }

    int positive() {
      return positive;
    }

    private int rank(int centre) {
      return (centre * step + step / 2 * 7) % CENTRES;
    }

    boolean isValidated(int centre) {
      return rank(centre) < validated;
    }

    boolean isActivated(int centre) {
      return rank(centre) < activated;
    }

    boolean isPositive(int centre) {
      return rank(centre) < positive;
    }
  }

  /** A place in Île-de-France where centres of the cohort stand. */
  private record Place(String departement, String commune) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("75", "75110"),
          new Place("77", "77288"),
          new Place("78", "78646"),
          new Place("91", "91228"),
          new Place("92", "92050"),
          new Place("93", "93066"),
          new Place("94", "94028"),
          new Place("95", "95500"));

  private static final List<String> MANAGER_KINDS =
      List.of(
          "MUNICIPAL", "ASSOCIATIF", "MUNICIPAL", "MUTUALISTE", "MUNICIPAL", "ASSOCIATIF", "CPAM");

  private Cohort() {}

  /** FINESS number of a centre, of a range that is given to nobody. */
  static String finess(int centre) {
    return "%s99000%02d".formatted(place(centre).departement(), centre + 1);
  }

  static List<String> finessNumbers() {
    List<String> all = new ArrayList<>();
    for (int centre = 0; centre < CENTRES; centre++) {
      all.add(finess(centre));
    }
    return all;
  }

  private static Place place(int centre) {
    return PLACES.get(centre % PLACES.size());
  }

  /** What the agency registers. */
  static String registration(int centre) {
    List<String> specialties = new ArrayList<>(List.of("MEDECINE_GENERALE", "GYNECOLOGIE"));
    List<String> rooms =
        new ArrayList<>(
            List.of(
                "\"multi\": 1",
                "\"MEDECINE_GENERALE\": " + (size(centre) + 1),
                "\"GYNECOLOGIE\": 1"));
    if (hasDental(centre)) {
      specialties.add("DENTAIRE");
      rooms.add("\"DENTAIRE\": 2");
    }
    if (hasImaging(centre)) {
      specialties.add("IMAGERIE");
    }
    return """
    {"finess": "%s", "finessJuridique": "%s99001%02d", "name": "Centre de santé fictif nº %d",
     "managerKind": "%s", "communeCode": "%s", "specialties": [%s], "rooms": {%s},
     "imaging": %b, "dentalCare": %b, "openedOn": "2005-01-01"}
    """
        .formatted(
            finess(centre),
            place(centre).departement(),
            centre + 1,
            centre + 1,
            MANAGER_KINDS.get(centre % MANAGER_KINDS.size()),
            place(centre).commune(),
            String.join(", ", specialties.stream().map(code -> "\"" + code + "\"").toList()),
            String.join(", ", rooms),
            hasImaging(centre),
            hasDental(centre));
  }

  /** The programme as the agency of the region decides it. */
  static String programme() {
    return """
    {"name": "%s", "region": "%s", "leviers": [%s], "baselineQuarter": "%s",
     "startsOn": "2013-01-01", "endsOn": "2015-12-31", "fictional": true}
    """
        .formatted(
            NAME,
            REGION,
            String.join(
                ", ",
                Arrays.stream(Followed.values()).map(levier -> "\"" + levier + "\"").toList()),
            QUARTERS.getFirst());
  }

  static String participation(int centre) {
    return """
    {"finess": "%s", "anonymousNumber": %d, "joinedOn": "2013-01-01"}
    """
        .formatted(finess(centre), centre + 1);
  }

  /** How far the centre has come with each levier. */
  static String leviers(int centre) {
    List<String> retained = new ArrayList<>();
    for (Followed levier : Followed.values()) {
      if (levier.isActivated(centre)) {
        retained.add(
            """
            {"levier": "%s", "status": "ACTIVATED", "validatedOn": "2013-01-15", "activatedOn": "2013-04-02"}\
            """
                .formatted(levier));
      } else if (levier.isValidated(centre)) {
        retained.add(
            """
            {"levier": "%s", "status": "VALIDATED", "validatedOn": "2013-01-15"}\
            """
                .formatted(levier));
      }
    }
    return "{\"leviers\": [" + String.join(", ", retained) + "]}";
  }

  private static int size(int centre) {
    return 2 + centre % 5;
  }

  private static boolean hasImaging(int centre) {
    return Followed.IMAGERIE.isValidated(centre);
  }

  private static boolean hasDental(int centre) {
    return Followed.DENTAIRE.isValidated(centre);
  }

  /**
   * Where a measure stands, in the units of its arguments.
   *
   * @param start at the first quarter
   * @param better what each quarter of a centre that succeeds adds
   * @param worse what each quarter of one that does not adds; of the opposite sign
   */
  private static long course(
      Followed levier, int centre, int quarter, long start, long better, long worse) {
    long wave = quarter % 7 == 0 ? 0 : (centre * 5L + quarter * 3L + levier.step) % 3 - 1;
    long each = levier.isPositive(centre) ? better : worse;
    return start + each * quarter + wave * Math.abs(worse) / 2;
  }

  private static long spread(int centre, Followed levier, long width) {
    return (centre * 11L + levier.step * 5L) % width;
  }

  /** What a centre declares for a quarter; what it does not know stays out. */
  static String quarterlyData(int centre, int quarter) {
    long size = size(centre);
    long appointments = 600 * size + 13L * (centre % 9) + 10L * quarter;
    long walkIns = appointments / 5;
    long lost =
        appointments
            * course(
                Followed.NON_VENUE,
                centre,
                quarter,
                130 + spread(centre, Followed.NON_VENUE, 70),
                -8,
                3)
            / 1000;
    long passages = appointments + walkIns - lost;
    return """
    {"multiDisciplineRooms": 1, "openingHours": %s,
     "patients": %s,
     "activity": [%s],
     "humanResources": %s,
     "finance": %s}
    """
        .formatted(
            openingHours(),
            patients(centre, quarter, appointments, passages, walkIns),
            activity(centre, quarter, passages, walkIns, lost),
            humanResources(centre, quarter),
            finance(centre, quarter, passages));
  }

  private static String openingHours() {
    List<String> days = new ArrayList<>();
    for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
      days.add(
          """
          "%s": {"morning": {"start": "08:30", "end": "12:30"}, "afternoon": {"start": "13:30", "end": "18:30"}}\
          """
              .formatted(day));
    }
    days.add(
        """
        "saturday": {"morning": {"start": "09:00", "end": "12:00"}, "afternoon": {"start": "00:00", "end": "00:00"}}\
        """);
    return "{" + String.join(", ", days) + "}";
  }

  private static String patients(
      int centre, int quarter, long appointments, long passages, long walkIns) {
    long calls = appointments * 2;
    long answered =
        calls
            * Math.min(
                970,
                course(
                    Followed.NON_VENUE,
                    centre,
                    quarter,
                    720 + spread(centre, Followed.NON_VENUE, 120),
                    15,
                    -5))
            / 1000;
    long memberships =
        course(
            Followed.COORDINATION,
            centre,
            quarter,
            24 + spread(centre, Followed.COORDINATION, 30),
            5,
            -2);
    long distinct = passages * 6 / 10;
    return """
    {"callsReceived": %d, "callsAnswered": %d, "appointments": %d, "passages": %d,
     "withoutAppointment": %d, "distinctPatients": %d, "newPatients": %d,
     "withMedecinTraitant": %d, "optionMemberships": %d, "optionRenewals": %d}\
    """
        .formatted(
            calls,
            answered,
            appointments,
            passages,
            walkIns,
            distinct,
            distinct / 9,
            distinct / 2,
            memberships,
            quarter < 4 ? 0 : memberships / 2);
  }

  private static String activity(int centre, int quarter, long passages, long walkIns, long lost) {
    long share =
        course(Followed.CODAGE, centre, quarter, 50 + spread(centre, Followed.CODAGE, 60), 6, -2);
    // Thousandths of the rooms' week, which has eleven half-days.
    long rate =
        course(
            Followed.OCCUPATION,
            centre,
            quarter,
            520 + spread(centre, Followed.OCCUPATION, 130),
            14,
            -5);
    List<String> rows = new ArrayList<>();
    long general = passages * 7 / 10;
    long gynaecology = passages - general;
    rows.add(
        row(
            "MEDECINE_GENERALE",
            size(centre) + 1,
            general,
            25,
            share,
            rate,
            outcomes(general, walkIns, lost)));
    rows.add(row("GYNECOLOGIE", 1, gynaecology, 30, share, rate, ""));
    if (hasDental(centre)) {
      rows.add(row("DENTAIRE", 2, passages / 4, 60, 1000, rate, ""));
    }
    return String.join(", ", rows);
  }

  private static String outcomes(long acts, long walkIns, long lost) {
    return """
    , "appointmentOutcomes": {"honoured": %d, "withoutAppointment": %d, "cancelled": %d, "notHonoured": %d}\
    """
        .formatted(acts - walkIns, walkIns, lost / 2, lost - lost / 2);
  }

  private static String row(
      String specialty, long rooms, long acts, long fee, long share, long rate, String outcomes) {
    long ccam = acts * share / 1000;
    return """
    {"specialty": "%s", "rooms": %d, "acts": %d, "revenue": %d.00, "ccamActs": %d, "ccamRevenue": %d.00,
     "vacations": [{"practitioner": "p1", "perWeek": %s}]%s}\
    """
        .formatted(
            specialty,
            rooms,
            acts,
            acts * fee + ccam * 8,
            ccam,
            ccam * (fee + 8),
            hundredths(rooms * 11 * rate / 10),
            outcomes);
  }

  private static String humanResources(int centre, int quarter) {
    long soFar = quarter % 4 + 1L;
    long size = size(centre);
    return """
    {"medicalPayroll": {"medecineGenerale": %d.00, "specialites": %d.00}, "nonMedicalPayroll": %d.00,
     "tiersPayantPayroll": %d.00, "medicalFte": %d.5, "nonMedicalFte": %d, "nursingFteLastYear": %s}\
    """
        .formatted(
            soFar * size * 21_000,
            soFar * size * 9_000,
            soFar * size * (24_000 + 400 * (centre % 7)),
            soFar * size * 3_100,
            size,
            size + 2,
            hundredths(150 + 100L * (centre % 10)));
  }

  private static String finance(int centre, int quarter, long passages) {
    long unpaid = 0;
    long revenueSoFar = 0;
    for (int past = quarter - quarter % 4; past <= quarter; past++) {
      revenueSoFar += revenue(centre, past);
      unpaid +=
          revenue(centre, past)
              * course(
                  Followed.IMPAYES,
                  centre,
                  past,
                  180 + spread(centre, Followed.IMPAYES, 200),
                  -18,
                  7)
              / 10_000;
    }
    long purchases =
        revenueSoFar
            * course(
                Followed.ACHATS, centre, quarter, 90 + spread(centre, Followed.ACHATS, 60), -5, 2)
            / 1000;
    List<String> charges = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    parts.add("\"total\": " + revenue(centre, quarter) + ".00");
    if (hasImaging(centre)) {
      parts.add(
          "\"imagerie\": %d.00"
              .formatted(
                  30L
                      * course(
                          Followed.IMAGERIE,
                          centre,
                          quarter,
                          780 + spread(centre, Followed.IMAGERIE, 160),
                          22,
                          -8)));
      charges.add("\"imagerie\": 30000.00");
    }
    if (hasDental(centre)) {
      parts.add(
          "\"dentaire\": %d.00"
              .formatted(
                  40L
                      * course(
                          Followed.DENTAIRE,
                          centre,
                          quarter,
                          810 + spread(centre, Followed.DENTAIRE, 150),
                          24,
                          -9)));
      charges.add("\"dentaire\": 40000.00");
    }
    String sampling =
        Followed.PRELEVEMENTS.isValidated(centre)
            ? ", \"sampling\": {\"files\": 500, \"subsidy\": %s}"
                .formatted(
                    hundredths(
                        500
                            * course(
                                Followed.PRELEVEMENTS,
                                centre,
                                quarter,
                                480 + spread(centre, Followed.PRELEVEMENTS, 60),
                                30,
                                -8)))
            : "";
    long sent = passages * 9 / 10;
    return """
    {"unpaidPatients": %d.00, "unpaidOrganisations": %d.00,
     "purchases": {"basis": "CUMULATIVE", "total": %d.00}, "revenue": {%s}%s,
     "invoices": {"sent": %d, "rejectedSecuriteSociale": %d, "rejectedMutuelles": %d}%s,
     "optionCoordinationReceived": %d.00}\
    """
        .formatted(
            unpaid,
            unpaid * 2,
            purchases,
            String.join(", ", parts),
            charges.isEmpty() ? "" : ", \"charges\": {" + String.join(", ", charges) + "}",
            sent,
            sent / 25,
            sent / 33,
            sampling,
            23L * (24 + spread(centre, Followed.COORDINATION, 30)));
  }

  private static long revenue(int centre, int quarter) {
    return 50_000L * size(centre) + 500L * quarter;
  }

  private static String hundredths(long value) {
    return "%d.%02d".formatted(value / 100, value % 100);
  }
}
