package fr.cadran.indicators.gain.rest;

import fr.cadran.indicators.gain.domain.GainInput;
import fr.cadran.indicators.gain.domain.GainMethod;
import fr.cadran.indicators.gain.domain.MethodParameter;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The methods of a levier, the default one first. */
@Schema(
    name = "GainMethods",
    description =
        "Méthodes d’un levier, celle par défaut d’abord ; vide quand le levier n’a pas de calcul. —"
            + " Methods of a levier, the default one first; empty when the levier has none.")
public record GainMethodsResponse(@Schema(required = true) List<Method> items) {

  /** A method and what it reads. */
  @Schema(name = "GainMethod")
  public record Method(
      @Schema(required = true, examples = "occupancy-gap") String method,
      @Schema(required = true, examples = "OURS") String provenance,
      @Schema(required = true, examples = "Cadran") String source,
      @Schema(required = true) GainResponse.Text description,
      @Schema(required = true) String formula,
      @Schema(
              required = true,
              description =
                  "Une ligne par spécialité, sinon pour le centre. — One row by specialty, else for the"
                      + " centre.")
          boolean perSpecialty,
      @Schema(required = true) List<Input> inputs,
      @Schema(required = true) List<Parameter> parameters) {}

  /** A column of its rows. */
  @Schema(name = "GainMethodInput")
  public record Input(
      @Schema(required = true, examples = "sessionsHeld") String field,
      @Schema(required = true, examples = "vacationsTenues") String name,
      @Schema(required = true, description = "Euros, sinon un nombre. — Euros, else a number.")
          boolean euros) {}

  /** A figure that it reads beside the rows. */
  @Schema(name = "GainMethodParameter")
  public record Parameter(
      @Schema(required = true, examples = "targetOccupancy") String code,
      @Schema(required = true, examples = "cible") String name,
      @Schema(
              required = true,
              nullable = true,
              examples = "0.8",
              description =
                  "Pour un an ; nulle quand seul le plan d’actions peut la dire. — For a year; null when"
                      + " only the plan of actions can say it.")
          @Nullable BigDecimal preset,
      @Schema(required = true, examples = "1") BigDecimal most) {}

  static GainMethodsResponse of(List<GainMethod> methods) {
    return new GainMethodsResponse(methods.stream().map(GainMethodsResponse::method).toList());
  }

  private static Method method(GainMethod method) {
    return new Method(
        method.code(),
        method.provenance().name(),
        method.source(),
        new GainResponse.Text(method.description().fr(), method.description().en()),
        method.formula(),
        method.isPerSpecialty(),
        method.inputs().stream().map(GainMethodsResponse::input).toList(),
        method.parameters().stream().map(GainMethodsResponse::parameter).toList());
  }

  private static Input input(GainInput input) {
    return new Input(input.field(), input.variable().name(), input.isAmount());
  }

  private static Parameter parameter(MethodParameter parameter) {
    Rational preset = parameter.yearly();
    return new Parameter(
        parameter.code(),
        parameter.variable().name(),
        preset == null ? null : GainResponse.plain(preset),
        GainResponse.plain(parameter.most()));
  }
}
