package fr.cadran.contracts.cpts.domain;

import fr.cadran.kit.type.CommuneCode;
import fr.cadran.kit.type.Siret;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A communauté professionnelle territoriale de santé as the register knows it.
 *
 * @param id identifier, chosen by the ARS or drawn by the platform
 * @param version counts the changes from 1, whatever changed
 * @param name name in use
 * @param legalForm usually an association loi 1901, null when not known
 * @param siret null when not known
 * @param caisse number of the CPAM of the seat, three digits
 * @param seat where it has its seat
 * @param stage how far it has come
 * @param stageSince day on which the stage began, null when not known
 * @param territory the latest computation, null before the first
 * @param contract its ACI contract, null without one
 * @param registeredAt when it was registered
 * @param changedAt when anything last changed
 */
public record Cpts(
    UUID id,
    long version,
    String name,
    @Nullable String legalForm,
    @Nullable Siret siret,
    String caisse,
    Seat seat,
    CptsStage stage,
    @Nullable LocalDate stageSince,
    @Nullable Territory territory,
    @Nullable ContractLink contract,
    Instant registeredAt,
    Instant changedAt) {

  public String departement() {
    return seat.departement();
  }

  public String region() {
    return seat.region();
  }

  /** Codes of the communes of the territory, empty before it is given. */
  public List<CommuneCode> communes() {
    return territory == null
        ? List.of()
        : territory.communes().stream().map(Territory.Part::code).toList();
  }

  /** Inhabitants of the territory, null before it is given. */
  public @Nullable Integer population() {
    return territory == null ? null : territory.population();
  }

  /** Class of size, 1 to 4, null before the territory is given. */
  public @Nullable Integer size() {
    return territory == null ? null : territory.size();
  }

  /**
   * Year of the table of communes behind population and size, null before the territory is given.
   */
  public @Nullable Integer vintage() {
    return territory == null ? null : territory.vintage();
  }

  /** Whether a signed contract keeps a size of its own. */
  public boolean hasSigned() {
    return stage == CptsStage.ACI_SIGNE;
  }

  /** The entry replaced by a revised one; stage and territory stay. */
  public Cpts revise(CptsEntry entry, Instant now) {
    return new Cpts(
        id,
        version + 1,
        entry.name(),
        entry.legalForm(),
        entry.siret(),
        entry.caisse(),
        entry.seat(),
        stage,
        stageSince,
        territory,
        contract,
        registeredAt,
        now);
  }

  /** The same CPTS on another territory. */
  public Cpts cover(Territory computed) {
    return new Cpts(
        id,
        version + 1,
        name,
        legalForm,
        siret,
        caisse,
        seat,
        stage,
        stageSince,
        computed,
        contract,
        registeredAt,
        computed.computedAt());
  }

  /**
   * The same CPTS after something happened to it.
   *
   * @throws IllegalTransitionException when the lifecycle has no such move
   */
  public Cpts move(StageEvent event, LocalDate on, Instant now) {
    StageTransition move =
        StageTransition.of(stage, event)
            .orElseThrow(() -> new IllegalTransitionException(stage, event));
    return new Cpts(
        id,
        version + 1,
        name,
        legalForm,
        siret,
        caisse,
        seat,
        move.to(),
        on,
        territory,
        contract,
        registeredAt,
        now);
  }

  /** The same CPTS with what its contract has told. */
  public Cpts link(ContractLink told, Instant now) {
    return new Cpts(
        id,
        version + 1,
        name,
        legalForm,
        siret,
        caisse,
        seat,
        stage,
        stageSince,
        territory,
        told,
        registeredAt,
        now);
  }
}
