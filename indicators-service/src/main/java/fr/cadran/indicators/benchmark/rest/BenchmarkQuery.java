package fr.cadran.indicators.benchmark.rest;

import fr.cadran.indicators.benchmark.application.BenchmarkQuestion;
import fr.cadran.indicators.benchmark.domain.Cell;
import fr.cadran.indicators.benchmark.domain.SizeBand;
import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which centres are compared on what, as it comes in the address. */
public class BenchmarkQuery {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
  private static final Pattern DEPARTEMENT = Pattern.compile("\\d{2}|2[AB]|9[78]\\d");
  private static final Pattern REGION = Pattern.compile("\\d{2}");

  @Parameter(
      required = true,
      example = "taux-non-venue",
      description = "Code d'indicateur. — Code of an indicator.")
  @QueryParam("indicator")
  @Nullable String indicator;

  @Parameter(
      description =
          "Trimestre, `2013-Q3` ; sans lui, le dernier qui a des valeurs. — Quarter; without it, the"
              + " last that has values.")
  @QueryParam("quarter")
  @Nullable String quarter;

  @Parameter(
      description =
          "FINESS d'un centre de votre périmètre : sa position. — FINESS number of a centre within your"
              + " reach: its position.")
  @QueryParam("centre")
  @Nullable String centre;

  @Parameter(
      description =
          "Centres de ce type de gestionnaire, `MUNICIPAL`. — Centres of this kind of manager.")
  @QueryParam("managerKind")
  @Nullable String managerKind;

  @Parameter(
      description =
          "Centres de cette taille : actes du trimestre, moins de 2 500, moins de 10 000, ou plus. —"
              + " Centres of this size: acts of the quarter, fewer than 2,500, fewer than 10,000, or"
              + " more.",
      schema = @Schema(enumeration = {"SMALL", "MEDIUM", "LARGE"}))
  @QueryParam("sizeBand")
  @Nullable String sizeBand;

  @Parameter(
      description =
          "Centres de ce département ; exclut `region`. — Centres of this département; not together with"
              + " `region`.")
  @QueryParam("departement")
  @Nullable String departement;

  @Parameter(
      description =
          "Centres de cette région ; exclut `departement`. — Centres of this région; not together with"
              + " `departement`.")
  @QueryParam("region")
  @Nullable String region;

  @Parameter(
      description =
          "Code de spécialité ; sans lui, le centre entier. — Code of a specialty; without it, the whole"
              + " centre.")
  @QueryParam("specialty")
  @Nullable String specialty;

  /**
   * The question, every parameter checked.
   *
   * @throws ProblemException {@code INVALID_PARAMETER} (400) with every parameter that is wrong
   */
  BenchmarkQuestion question() {
    List<Fault> faults = new ArrayList<>();
    @Nullable IndicatorDefinition definition =
        read("indicator", indicator, BenchmarkQuery::definition, faults);
    if (indicator == null) {
      faults.add(Fault.at("indicator", "REQUIRED"));
    }
    if (region != null && departement != null) {
      faults.add(Fault.at("region", "ONE_PLACE_ONLY"));
    }
    @Nullable Quarter when = read("quarter", quarter, Quarter::parse, faults);
    @Nullable Finess own = read("centre", centre, Finess::parse, faults);
    @Nullable String kind = read("managerKind", managerKind, text -> matching(CODE, text), faults);
    @Nullable SizeBand band = read("sizeBand", sizeBand, BenchmarkQuery::band, faults);
    @Nullable String place =
        read("departement", departement, text -> matching(DEPARTEMENT, text), faults);
    @Nullable String wide = read("region", region, text -> matching(REGION, text), faults);
    @Nullable String of = read("specialty", specialty, text -> matching(CODE, text), faults);
    if (!faults.isEmpty()) {
      throw ProblemException.of(KitProblem.INVALID_PARAMETER, faults);
    }
    return new BenchmarkQuestion(
        Objects.requireNonNull(definition), of, when, new Cell(kind, band, wide, place), own);
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

  private static IndicatorDefinition definition(String code) {
    return IndicatorCatalogue.withCode(code)
        .orElseThrow(
            () -> new InvalidValueException("INDICATOR_UNKNOWN", "no indicator has this code"));
  }

  private static SizeBand band(String text) {
    return Arrays.stream(SizeBand.values())
        .filter(band -> band != SizeBand.UNKNOWN && band.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new InvalidValueException("WRONG_FORM", "no size band"));
  }

  private static String matching(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new InvalidValueException("WRONG_FORM", "not the form of a code");
    }
    return text;
  }
}
