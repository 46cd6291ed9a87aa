package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.kit.type.Finess;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists the centres of which quarterly data arrived. */
@ApplicationScoped
public class FindCentresWithData {
  private final QuarterlyRecords records;

  FindCentresWithData(QuarterlyRecords records) {
    this.records = records;
  }

  /** In the order of their numbers. */
  public List<Finess> find() {
    return records.centres();
  }
}
