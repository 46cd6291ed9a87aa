package fr.cadran.kit.commune;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.CommuneCode;
import org.junit.jupiter.api.Test;

class CommuneDirectoryTest {
  private final CommuneDirectory directory = new CommuneDirectory();

  @Test
  void a_commune_has_its_departement_region_and_population() {
    Commune saintDenis = directory.find(new CommuneCode("93066")).orElseThrow();
    assertThat(saintDenis.name()).isEqualTo("Saint-Denis");
    assertThat(saintDenis.departement()).isEqualTo("93");
    assertThat(saintDenis.region()).isEqualTo("11");
    assertThat(saintDenis.population()).isGreaterThan(100_000);
    assertThat(saintDenis.parent()).isNull();
  }

  @Test
  void an_arrondissement_names_its_commune() {
    Commune thirteenth = directory.find(new CommuneCode("75113")).orElseThrow();
    assertThat(thirteenth.parent()).isEqualTo(new CommuneCode("75056"));
  }

  @Test
  void corsica_and_overseas_are_there() {
    assertThat(directory.find(new CommuneCode("2A004"))).isPresent();
    assertThat(directory.find(new CommuneCode("97411")).orElseThrow().departement())
        .isEqualTo("974");
  }

  @Test
  void a_commune_that_is_no_longer_one_is_not_found() {
    // Arbignieu was delegated to Arboys-en-Bugey in 2016 and took the code of the new commune
    // along;
    // Pierrefitte-sur-Seine joined Saint-Denis in 2025.
    assertThat(directory.find(new CommuneCode("93059"))).isEmpty();
    assertThat(directory.find(new CommuneCode("99999"))).isEmpty();
  }
}
