package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.CptsStage;
import fr.cadran.contracts.cpts.domain.Overlap;
import fr.cadran.contracts.cpts.domain.StageChange;
import fr.cadran.contracts.cpts.domain.Territory;
import fr.cadran.kit.access.CptsScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: what this feature keeps of CPTS. Writers hold the lock of {@link CptsRegister}. */
public interface CptsRecords {
  /** Whether an identifier is taken, whoever asks. */
  boolean exists(UUID id);

  void add(Cpts cpts);

  /** Replaces a CPTS that was read before; a territory with a new number is added to the others. */
  void replace(Cpts cpts);

  /**
   * CPTS within reach, in the order of their identifiers.
   *
   * @param after the last identifier seen, null for the first page
   * @param most how many at most
   */
  List<Cpts> list(CptsFilter filter, CptsScope reach, @Nullable UUID after, int most);

  /** How many CPTS within reach stand at each stage; a stage without any is left out. */
  Map<CptsStage, Long> countByStage(CptsFilter filter, CptsScope reach);

  /** Every computation of the territory of a CPTS, the oldest first. */
  List<Territory> territories(UUID id);

  /**
   * CPTS within reach whose present territory shares communes with this one, in the order of their
   * identifiers.
   *
   * @param of the CPTS itself, which is left out
   */
  List<Overlap> overlaps(UUID of, Territory territory, CptsScope reach);

  /** Writes down a move. */
  void addStageChange(UUID id, StageChange change);

  /** The moves of a CPTS, the oldest first. */
  List<StageChange> stageChanges(UUID id);

  /** CPTS whose projet de santé was submitted on or before a day and waits, the oldest first. */
  List<UUID> submittedUntil(LocalDate day, CptsScope reach);
}
