package fr.cadran.indicators.practitionerrecap.application;

import fr.cadran.events.centres.QuarterlyContent;
import fr.cadran.indicators.access.application.AccessPolicy;
import fr.cadran.indicators.centre.application.Centres;
import fr.cadran.indicators.practitionerrecap.domain.PractitionerQuarter;
import fr.cadran.indicators.practitionerrecap.domain.PractitionerRecap;
import fr.cadran.indicators.quarterlydata.application.ReadPractitionerActivity;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the yearly recaps of the practitioners of a centre from its quarterly data. */
@ApplicationScoped
public class MakePractitionerRecaps {
  private final ReadPractitionerActivity readPractitionerActivity;
  private final Centres centres;
  private final Clock clock;

  MakePractitionerRecaps(
      ReadPractitionerActivity readPractitionerActivity, Centres centres, Clock clock) {
    this.readPractitionerActivity = readPractitionerActivity;
    this.centres = centres;
    this.clock = clock;
  }

  /**
   * The recaps of a year.
   *
   * @param missingQuarters of which the centre submitted nothing
   * @param recaps by pseudonym
   */
  public record Recaps(List<Quarter> missingQuarters, List<PractitionerRecap> recaps) {}

  /**
   * The recaps of every practitioner whom the centre reported.
   *
   * @throws ProblemException {@code NOT_FOUND} when the centre is not known or out of the caller's
   *     reach
   */
  public Recaps make(Finess centre, int year, Caller caller) {
    if (!centres.isVisible(
        centre, AccessPolicy.READ_PRACTITIONER_RECAPS.centres(caller), clock.instant())) {
      throw ProblemException.notFound();
    }
    TreeSet<Quarter> submitted = new TreeSet<>();
    List<PractitionerQuarter> rows = new ArrayList<>();
    for (ReadPractitionerActivity.ReportedQuarter reported :
        readPractitionerActivity.read(centre, year)) {
      submitted.add(reported.quarter());
      reported.practitioners().forEach(one -> rows.add(row(reported, one)));
    }
    return new Recaps(PractitionerRecap.missing(year, submitted), PractitionerRecap.of(year, rows));
  }

  private static PractitionerQuarter row(
      ReadPractitionerActivity.ReportedQuarter reported,
      QuarterlyContent.PractitionerActivity one) {
    return new PractitionerQuarter(
        one.practitioner(),
        reported.quarter(),
        reported.version(),
        decimal(one.medicalHours()),
        count(one.acts()),
        count(one.patients()),
        decimal(one.revenue()));
  }

  private static @Nullable Rational decimal(@Nullable BigDecimal figure) {
    return figure == null ? null : Rational.of(figure);
  }

  private static @Nullable Rational count(@Nullable Long figure) {
    return figure == null ? null : Rational.of(figure);
  }
}
