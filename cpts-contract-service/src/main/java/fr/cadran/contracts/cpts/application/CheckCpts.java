package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.Communes;
import fr.cadran.contracts.cpts.domain.CptsDeclaration;
import fr.cadran.contracts.cpts.domain.CptsEntry;
import fr.cadran.contracts.cpts.domain.CptsRules;
import fr.cadran.kit.access.Territories;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Makes a register entry of a declaration, or refuses it. */
@ApplicationScoped
public class CheckCpts {
  /**
   * The seat is real, but not in the caller's territory. Said as a fault of the field, because the
   * caller wrote the commune: nothing is told about any CPTS.
   */
  public static final String OUTSIDE_TERRITORY = "OUTSIDE_TERRITORY";

  private final Communes communes;

  CheckCpts(Communes communes) {
    this.communes = communes;
  }

  /**
   * A declaration that satisfies the rules.
   *
   * @param entry what it makes
   * @param warnings what its declarer should look at again
   */
  public record Checked(CptsEntry entry, List<FieldError> warnings) {}

  /**
   * The entry, with its warnings.
   *
   * @throws ProblemException {@code INVALID} (422) with every field that is wrong
   */
  public Checked check(CptsDeclaration declaration, Territories territories) {
    CptsRules.Outcome outcome = CptsRules.apply(declaration, communes);
    Refusals.refuse(outcome.errors());
    CptsEntry entry = Objects.requireNonNull(outcome.entry());
    if (!territories.covers(entry.seat().departement(), entry.seat().region())) {
      throw ProblemException.invalid("/seatCommune", OUTSIDE_TERRITORY);
    }
    return new Checked(entry, outcome.warnings());
  }
}
