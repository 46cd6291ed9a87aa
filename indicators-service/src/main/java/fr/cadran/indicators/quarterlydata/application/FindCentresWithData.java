package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the centres of which quarterly data arrived. */
@ApplicationScoped
public class FindCentresWithData {
  private final QuarterlyRecords records;

  FindCentresWithData(QuarterlyRecords records) {
    this.records = records;
  }

  /**
   * In the order of their numbers.
   *
   * @param after those after this one, null from the start
   */
  public List<Finess> find(@Nullable Finess after) {
    return records.centresAfter(after);
  }
}
