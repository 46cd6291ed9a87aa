package fr.cadran.indicators.value.rest;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.value.application.ValueFilter;
import fr.cadran.indicators.value.domain.ValuePeriod;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of values, as they come in the address. */
public class ValueQuery {
  private static final Pattern INDICATOR = Pattern.compile("(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern CONTRACT_YEAR = Pattern.compile("[1-9]\\d?");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern SPECIALTY = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
  private static final Pattern DEPARTEMENT = Pattern.compile("\\d{2}|2[AB]|9[78]\\d");

  @Parameter(description = "FINESS du centre. — FINESS number of the centre.")
  @QueryParam("centre")
  @Nullable String centre;

  @Parameter(
      description =
          "Identifiant de la CPTS : ses valeurs seules. — Id of the CPTS: its values only.")
  @QueryParam("cpts")
  @Nullable String cpts;

  @Parameter(description = "Trimestre, `2013-Q3`. — Quarter.")
  @QueryParam("quarter")
  @Nullable String quarter;

  @Parameter(description = "Premier trimestre, inclus. — First quarter, included.")
  @QueryParam("from")
  @Nullable String from;

  @Parameter(description = "Dernier trimestre, inclus. — Last quarter, included.")
  @QueryParam("to")
  @Nullable String to;

  @Parameter(
      description =
          "Année de contrat d'une CPTS, à partir de 1 ; exclut les centres, comme `quarter`, `from`,"
              + " `to`, `levier` et `specialty` excluent les CPTS. — Contract year of a CPTS, from 1;"
              + " leaves centres out, as `quarter`, `from`, `to`, `levier` and `specialty` leave CPTS"
              + " out.")
  @QueryParam("contractYear")
  @Nullable String contractYear;

  @Parameter(description = "Code d'indicateur. — Code of an indicator.")
  @QueryParam("indicator")
  @Nullable String indicator;

  @Parameter(description = "Code de levier. — Code of a levier.")
  @QueryParam("levier")
  @Nullable String levier;

  @Parameter(
      description =
          "Code de spécialité ; sans lui, valeurs par spécialité et du centre. — Code of a specialty;"
              + " without it, values by specialty and of the centre.")
  @QueryParam("specialty")
  @Nullable String specialty;

  @Parameter(
      description =
          "Code de département, celui du siège pour une CPTS. — Code of a département, that of the seat"
              + " for a CPTS.")
  @QueryParam("departement")
  @Nullable String departement;

  @Parameter(
      description =
          "Calculées depuis cet instant (inclus). — Computed since this instant (included).")
  @QueryParam("updatedSince")
  @Nullable String updatedSince;

  @Parameter(
      description =
          "Telles que la plateforme les connaissait à cet instant. — As the platform knew them at"
              + " this instant.")
  @QueryParam("asOf")
  @Nullable String asOf;

  @Parameter(
      description =
          "`QUARTER` (par défaut), `YEAR` (au quatrième trimestre de l'année) ou"
              + " `ROLLING_4_QUARTERS` (le trimestre et les trois précédents) ; donné, exclut les CPTS."
              + " — `QUARTER` (default), `YEAR` (at the fourth quarter of the year) or"
              + " `ROLLING_4_QUARTERS` (the quarter and the three before it); when given, leaves CPTS"
              + " out.")
  @QueryParam("period")
  @Nullable String period;

  /**
   * The filter, every parameter checked.
   *
   * @throws ProblemException {@code INVALID_PARAMETER} (400) with every parameter that is wrong
   */
  ValueFilter filter() {
    List<Fault> faults = new ArrayList<>();
    ValueFilter filter =
        new ValueFilter(
            read("centre", centre, Finess::parse, faults),
            read("cpts", cpts, ValueQuery::uuid, faults),
            read("quarter", quarter, Quarter::parse, faults),
            read("from", from, Quarter::parse, faults),
            read("to", to, Quarter::parse, faults),
            read("contractYear", contractYear, ValueQuery::contractYear, faults),
            read("indicator", indicator, ValueQuery::indicator, faults),
            read("levier", levier, ValueQuery::levier, faults),
            read("specialty", specialty, text -> matching(SPECIALTY, text), faults),
            read("departement", departement, text -> matching(DEPARTEMENT, text), faults),
            read("updatedSince", updatedSince, ValueQuery::instant, faults),
            read("asOf", asOf, ValueQuery::instant, faults),
            read("period", period, ValueQuery::period, faults));
    if (!faults.isEmpty()) {
      throw ProblemException.of(KitProblem.INVALID_PARAMETER, faults);
    }
    return filter;
  }

  private static <T> @Nullable T read(
      String parameter, @Nullable String text, Function<String, T> reader, List<Fault> faults) {
    if (text == null) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (InvalidValueException invalid) {
      faults.add(Fault.at(parameter, invalid.code()));
      return null;
    }
  }

  /** Contracts define indicators of their own, so here only the form can be checked. */
  private static String indicator(String code) {
    return Optional.of(code)
        .filter(given -> INDICATOR.matcher(given).matches())
        .orElseThrow(
            () -> new InvalidValueException("INDICATOR_UNKNOWN", "no indicator has this code"));
  }

  private static UUID uuid(String text) {
    return UUID.fromString(matching(UUID_FORM, text));
  }

  private static Integer contractYear(String text) {
    return Integer.valueOf(matching(CONTRACT_YEAR, text));
  }

  private static Levier levier(String code) {
    return Levier.withCode(code)
        .orElseThrow(() -> new InvalidValueException("LEVIER_UNKNOWN", "no levier has this code"));
  }

  private static ValuePeriod period(String code) {
    return Arrays.stream(ValuePeriod.values())
        .filter(period -> period.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new InvalidValueException("PERIOD_UNKNOWN", "no such period"));
  }

  private static String matching(Pattern form, String text) {
    return Optional.of(text)
        .filter(given -> form.matcher(given).matches())
        .orElseThrow(() -> new InvalidValueException("WRONG_FORM", "not the form of a code"));
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new InvalidValueException(
          "INSTANT_INVALID", "an instant is written like 2014-01-31T08:00:00Z");
    }
  }
}
