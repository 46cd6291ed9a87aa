package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.Communes;
import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.cpts.domain.Seat;
import fr.cadran.contracts.cpts.domain.Territory;
import fr.cadran.contracts.cpts.domain.TerritoryRules;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import fr.cadran.kit.commune.CommuneDirectory;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.FrenchDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a territory of a list of communes: population, size and vintage; or refuses it. */
@ApplicationScoped
public class ComputeTerritory {
  private final Communes communes;
  private final CommuneDirectory directory;
  private final FindParameters parameters;

  ComputeTerritory(Communes communes, CommuneDirectory directory, FindParameters parameters) {
    this.communes = communes;
    this.directory = directory;
    this.parameters = parameters;
  }

  /**
   * A territory that satisfies the rules.
   *
   * @param territory the computation
   * @param warnings what its writer should look at again
   */
  public record Computed(Territory territory, List<FieldError> warnings) {}

  /**
   * The territory, with its warnings.
   *
   * @param present the CPTS as it is, null when it is being registered
   * @throws ProblemException {@code INVALID} (422) with every commune that is wrong
   */
  public Computed compute(
      @Nullable List<@Nullable String> codes,
      Seat seat,
      @Nullable Cpts present,
      DoneBy by,
      Instant now) {
    TerritoryRules.Outcome outcome = TerritoryRules.apply(codes, seat, communes);
    Refusals.refuse(outcome.errors());
    RuleParameters rules = parameters.on(FrenchDay.of(now));
    Territory before = present == null ? null : present.territory();
    Territory territory =
        new Territory(
            before == null ? 1 : before.number() + 1,
            outcome.parts(),
            outcome.population(),
            rules.sizeOf(outcome.population()),
            directory.vintage(),
            now,
            by);
    List<FieldError> warnings = new ArrayList<>(outcome.warnings());
    if (before != null
        && before.size() != territory.size()
        && present != null
        && present.hasSigned()) {
      warnings.add(new FieldError("/communes", TerritoryRules.SIZE_NEEDS_AVENANT));
    }
    return new Computed(territory, warnings);
  }
}
