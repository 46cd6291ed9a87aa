package fr.cadran.indicators.value.application;

import fr.cadran.indicators.cptsvalue.application.CptsValuePosition;
import fr.cadran.indicators.cptsvalue.application.StoredCptsValue;

/** A value of a centre or of a CPTS: who follows a territory reads both in one place. */
public sealed interface ListedValue {
  /** Of a centre, for a quarter. */
  record OfCentre(ReadValue read) implements ListedValue {}

  /** Of a CPTS, for a contract year. */
  record OfCpts(StoredCptsValue stored) implements ListedValue {}

  /** Where it stands in the order of lists. */
  default ListPosition position() {
    return switch (this) {
      case OfCentre centre -> new ListPosition.InCentres(ValuePosition.of(centre.read()));
      case OfCpts cpts -> new ListPosition.InCpts(CptsValuePosition.of(cpts.stored()));
    };
  }
}
