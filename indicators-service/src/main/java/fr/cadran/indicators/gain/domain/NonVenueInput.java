package fr.cadran.indicators.gain.domain;

import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.indicators.formula.domain.Notation;
import fr.cadran.kit.type.Rational;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a row, under their names in formulas. */
enum NonVenueInput {
  HONOURED("honoured", "rdvHonores", Notation.NUMBER),
  WITHOUT_APPOINTMENT("withoutAppointment", "sansRdv", Notation.NUMBER),
  CANCELLED("cancelled", "rdvAnnules", Notation.NUMBER),
  NOT_HONOURED("notHonoured", "rdvNonHonores", Notation.NUMBER),
  REVENUE("revenue", "recettes", Notation.EUROS);

  private final String field;
  private final String name;
  private final Notation notation;

  NonVenueInput(String field, String name, Notation notation) {
    this.field = field;
    this.name = name;
    this.notation = notation;
  }

  static Optional<NonVenueInput> behind(Expression.Variable variable) {
    return Arrays.stream(values()).filter(input -> input.variable().equals(variable)).findFirst();
  }

  /** Name of the field in a row. */
  String field() {
    return field;
  }

  Expression.Variable variable() {
    return new Expression.Variable(name, notation);
  }

  @Nullable Rational read(NonVenueRow row) {
    return switch (this) {
      case HONOURED -> row.honoured();
      case WITHOUT_APPOINTMENT -> row.withoutAppointment();
      case CANCELLED -> row.cancelled();
      case NOT_HONOURED -> row.notHonoured();
      case REVENUE -> row.revenue();
    };
  }
}
