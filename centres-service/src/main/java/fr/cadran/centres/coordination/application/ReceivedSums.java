package fr.cadran.centres.coordination.application;

import fr.cadran.kit.type.Finess;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Port: what centres declare to have received for the option, in their submitted quarters. */
@FunctionalInterface
public interface ReceivedSums {
  /** Euros by quarter ({@code 2013-Q3}), of quarters that end by a day and say it. */
  Map<String, BigDecimal> of(Finess centre, LocalDate day);
}
