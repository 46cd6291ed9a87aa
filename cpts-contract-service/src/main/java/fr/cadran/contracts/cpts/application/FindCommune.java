package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.Communes;
import fr.cadran.contracts.cpts.domain.KnownCommune;
import fr.cadran.kit.commune.CommuneDirectory;
import fr.cadran.kit.type.CommuneCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds communes in the dated table shipped with the platform. */
@ApplicationScoped
public class FindCommune implements Communes {
  private final CommuneDirectory directory;

  FindCommune(CommuneDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Optional<KnownCommune> find(CommuneCode code) {
    return directory
        .find(code)
        .map(commune ->
            new KnownCommune(
                commune.code(),
                commune.name(),
                commune.parent(),
                commune.departement(),
                commune.region(),
                commune.population()));
  }
}
