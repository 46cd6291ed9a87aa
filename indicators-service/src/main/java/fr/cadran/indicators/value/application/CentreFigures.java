package fr.cadran.indicators.value.application;

import fr.cadran.indicators.value.domain.CentreFigure;
import fr.cadran.kit.type.Quarter;
import java.util.List;
import java.util.Optional;

/**
 * Figures of many centres side by side. Not bounded by who asks: whoever uses it decides what may
 * leave, and under which names.
 */
public interface CentreFigures {
  /** The figures in the order of centre, quarter and indicator. */
  List<CentreFigure> find(FigureFilter filter);

  /** The last quarter for which there is a value, empty when there is none. */
  Optional<Quarter> latestQuarter(FigureFilter filter);
}
