package fr.cadran.centres.coordination.application;

import fr.cadran.centres.coordination.domain.OptionAmount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Lists what the option paid and pays: reference data, open to whoever holds the scope. */
@ApplicationScoped
public class ListAmounts {
  private final Amounts amounts;

  ListAmounts(Amounts amounts) {
    this.amounts = amounts;
  }

  /** Every row, in the order in which they became known. */
  @Transactional
  public List<OptionAmount> list() {
    return amounts.all().rows();
  }
}
