package fr.cadran.indicators.value.rest;

import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.value.application.ReadTimeSeries;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Quarter;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which series is drawn, as it comes in the address. */
public class TimeSeriesChartQuery {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");

  @Parameter(
      required = true,
      example = "930012345",
      description = "FINESS du centre. — FINESS number of the centre.")
  @QueryParam("centre")
  @Nullable String centre;

  @Parameter(
      required = true,
      example = "taux-non-venue",
      description = "Code d'indicateur. — Code of an indicator.")
  @QueryParam("indicator")
  @Nullable String indicator;

  @Parameter(
      description =
          "Code de spécialité ; sans lui, le centre entier. — Code of a specialty; without it, the whole"
              + " centre.")
  @QueryParam("specialty")
  @Nullable String specialty;

  @Parameter(
      description =
          "Premier trimestre, inclus ; sans lui, huit en tout, quarante au plus. — First quarter,"
              + " included; without it, eight in all, forty at most.")
  @QueryParam("from")
  @Nullable String from;

  @Parameter(
      description =
          "Dernier trimestre, inclus ; sans lui, le dernier qui a une valeur. — Last quarter, included;"
              + " without it, the last that has a value.")
  @QueryParam("to")
  @Nullable String to;

  /**
   * The question, every parameter checked.
   *
   * @throws ProblemException {@code INVALID_PARAMETER} (400) with every parameter that is wrong
   */
  ReadTimeSeries.Question question() {
    List<Fault> faults = new ArrayList<>();
    @Nullable Finess of = required("centre", centre, Finess::parse, faults);
    @Nullable IndicatorDefinition definition =
        required("indicator", indicator, TimeSeriesChartQuery::definition, faults);
    @Nullable String by = read("specialty", specialty, TimeSeriesChartQuery::code, faults);
    @Nullable Quarter first = read("from", from, Quarter::parse, faults);
    @Nullable Quarter last = read("to", to, Quarter::parse, faults);
    if (first != null && last != null && first.compareTo(last) > 0) {
      faults.add(Fault.at("from", "TOO_LARGE"));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.of(KitProblem.INVALID_PARAMETER, faults);
    }
    return new ReadTimeSeries.Question(
        Objects.requireNonNull(of), Objects.requireNonNull(definition), by, first, last);
  }

  private static <T> @Nullable T required(
      String parameter, @Nullable String text, Function<String, T> reader, List<Fault> faults) {
    if (text == null) {
      faults.add(Fault.at(parameter, "REQUIRED"));
    }
    return read(parameter, text, reader, faults);
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

  private static String code(String text) {
    if (!CODE.matcher(text).matches()) {
      throw new InvalidValueException("WRONG_FORM", "not the form of a code");
    }
    return text;
  }
}
