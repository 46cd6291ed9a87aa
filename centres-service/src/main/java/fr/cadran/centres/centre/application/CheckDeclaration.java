package fr.cadran.centres.centre.application;

import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.centre.domain.CentreDeclaration;
import fr.cadran.centres.centre.domain.CentreRules;
import fr.cadran.centres.centre.domain.Location;
import fr.cadran.centres.rule.domain.KnownSpecialties;
import fr.cadran.kit.access.CentreScope;
import fr.cadran.kit.commune.CommuneDirectory;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Makes a registry entry of a declaration, or refuses it. */
@ApplicationScoped
public class CheckDeclaration {
  /**
   * The place is real, but not in the caller's territory. Said as a fault of the field, because the
   * caller wrote the commune: nothing is told about any centre.
   */
  private static final String OUTSIDE_TERRITORY = "OUTSIDE_TERRITORY";

  private final CommuneDirectory directory;
  private final KnownSpecialties specialties;

  CheckDeclaration(CommuneDirectory directory, KnownSpecialties specialties) {
    this.directory = directory;
    this.specialties = specialties;
  }

  /**
   * A declaration that satisfies the rules.
   *
   * @param centre the entry that it makes
   * @param warnings what its declarer should look at again
   */
  public record Checked(Centre centre, List<FieldError> warnings) {}

  /**
   * The entry, with its warnings.
   *
   * @throws ProblemException {@code INVALID} (422) with every field that is wrong
   */
  public Checked check(CentreDeclaration declaration, CentreScope territory) {
    CentreRules.Outcome outcome =
        CentreRules.apply(
            declaration,
            code ->
                directory
                    .find(code)
                    .map(found ->
                        new Location(code, found.name(), found.departement(), found.region())),
            specialties.codes());
    Refusals.refuse(outcome.errors());
    Centre centre = Objects.requireNonNull(outcome.centre());
    Location location = centre.location();
    if (!territory.covers(centre.finess(), location.departement(), location.region())) {
      throw ProblemException.invalid("/communeCode", OUTSIDE_TERRITORY);
    }
    return new Checked(centre, outcome.warnings());
  }
}
