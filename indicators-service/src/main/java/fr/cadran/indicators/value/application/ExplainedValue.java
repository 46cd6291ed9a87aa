package fr.cadran.indicators.value.application;

import fr.cadran.indicators.cptsvalue.application.StoredCptsValue;

/** A value of a centre or of a CPTS with all that explains it. */
public sealed interface ExplainedValue {
  /** Of a centre, with its trace. */
  record OfCentre(StoredValue stored) implements ExplainedValue {}

  /** Of a CPTS, with the dialogue de gestion that agreed on it. */
  record OfCpts(StoredCptsValue stored) implements ExplainedValue {}
}
