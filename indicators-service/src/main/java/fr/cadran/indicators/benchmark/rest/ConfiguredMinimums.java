package fr.cadran.indicators.benchmark.rest;

import fr.cadran.indicators.benchmark.application.MinimumCentres;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The minimums that an operator may raise; a service with one that protects nobody fails. */
@ApplicationScoped
public class ConfiguredMinimums {
  @Produces
  @Singleton
  MinimumCentres minimums(
      @ConfigProperty(name = "cadran.benchmark.minimum-centres", defaultValue = "5") int usually,
      @ConfigProperty(name = "cadran.benchmark.minimum-centres-of-counts", defaultValue = "11")
          int forCounts) {
    return new MinimumCentres(usually, forCounts);
  }
}
