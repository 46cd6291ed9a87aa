package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.CptsStage;
import fr.cadran.kit.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;

/** Counts the CPTS that a caller may read by stage, as the national picture of 2021 does. */
@ApplicationScoped
public class CountStages {
  private final CptsRecords records;

  CountStages(CptsRecords records) {
    this.records = records;
  }

  /** How many CPTS stand at each stage; every stage is there. */
  @Transactional
  public Map<CptsStage, Long> count(Caller caller, CptsFilter filter) {
    Map<CptsStage, Long> counts = new EnumMap<>(CptsStage.class);
    for (CptsStage stage : CptsStage.values()) {
      counts.put(stage, 0L);
    }
    counts.putAll(records.countByStage(filter, AccessPolicy.READ.of(caller)));
    return counts;
  }
}
