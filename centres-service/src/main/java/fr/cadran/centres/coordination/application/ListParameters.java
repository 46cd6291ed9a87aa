package fr.cadran.centres.coordination.application;

import fr.cadran.centres.coordination.domain.OptionParameter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Lists the numbers that the texts of the option fixed and fix: reference data. */
@ApplicationScoped
public class ListParameters {
  private final Parameters parameters;

  ListParameters(Parameters parameters) {
    this.parameters = parameters;
  }

  /** Every row, in the order in which they became known. */
  @Transactional
  public List<OptionParameter> list() {
    return parameters.all().rows();
  }
}
