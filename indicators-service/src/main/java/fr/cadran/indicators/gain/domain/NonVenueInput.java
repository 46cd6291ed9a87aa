package fr.cadran.indicators.gain.domain;

import fr.cadran.indicators.formula.domain.Expression;
import fr.cadran.indicators.formula.domain.Notation;
import fr.cadran.kit.type.Rational;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a row, under their names in formulas. */
enum NonVenueInput {
  HONOURED("honoured", "rdvHonores", Notation.NUMBER, NonVenueRow::honoured),
  WITHOUT_APPOINTMENT(
      "withoutAppointment", "sansRdv", Notation.NUMBER, NonVenueRow::withoutAppointment),
  CANCELLED("cancelled", "rdvAnnules", Notation.NUMBER, NonVenueRow::cancelled),
  NOT_HONOURED("notHonoured", "rdvNonHonores", Notation.NUMBER, NonVenueRow::notHonoured),
  REVENUE("revenue", "recettes", Notation.EUROS, NonVenueRow::revenue);

  private final String field;
  private final Expression.Variable variable;
  private final Function<NonVenueRow, @Nullable Rational> reader;

  NonVenueInput(
      String field,
      String name,
      Notation notation,
      Function<NonVenueRow, @Nullable Rational> reader) {
    this.field = field;
    this.variable = new Expression.Variable(name, notation);
    this.reader = reader;
  }

  static Optional<NonVenueInput> behind(Expression.Variable variable) {
    return Arrays.stream(values()).filter(input -> input.variable.equals(variable)).findFirst();
  }

  /** Name of the field in a row. */
  String field() {
    return field;
  }

  Expression.Variable variable() {
    return variable;
  }

  @Nullable Rational read(NonVenueRow row) {
    return reader.apply(row);
  }
}
