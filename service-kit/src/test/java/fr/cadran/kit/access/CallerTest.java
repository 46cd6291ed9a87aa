package fr.cadran.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Finess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {
  private static final Finess CENTRE = new Finess("930012345");

  private static final UUID CPTS = UUID.fromString("0199f0a0-0000-7000-8000-0000000000c1");
  private static final UUID OTHER_CPTS = UUID.fromString("0199f0a0-0000-7000-8000-0000000000c2");

  private static Caller caller(Role role) {
    return new Caller(
        "subject",
        "client",
        Set.of(role),
        Set.of(),
        Territories.of(List.of("region:11", "departement:60", "nonsense")),
        Optional.of("931"),
        Set.of(CENTRE),
        Set.of(CPTS.toString(), "no id"));
  }

  @Test
  void a_region_and_a_departement_of_the_same_number_are_told_apart() {
    Territories idf = Territories.of(List.of("region:11"));
    assertThat(idf.covers("93", "11")).isTrue();
    assertThat(idf.covers("11", "76")).isFalse();
    assertThat(Territories.of(List.of("departement:11")).covers("93", "11")).isFalse();
  }

  @Test
  void claims_count_only_with_their_role() {
    assertThat(caller(Role.ARS_AGENT).centreScope().covers(CENTRE, "60", "32")).isTrue();
    assertThat(caller(Role.ARS_AGENT).centreScope().centres()).isEmpty();
    assertThat(caller(Role.CENTRE_MANAGER).centreScope().covers(CENTRE, "60", "32")).isTrue();
    assertThat(
            caller(Role.CENTRE_MANAGER).centreScope().covers(new Finess("930012346"), "93", "11"))
        .isFalse();
    assertThat(caller(Role.CPAM_AGENT).centreScope().departements()).containsExactly("93");
    assertThat(caller(Role.EDITOR).centreScope().editorClient()).contains("client");
    assertThat(caller(Role.AUDITOR).centreScope().everything()).isTrue();
  }

  @Test
  void a_cpts_is_seen_by_the_territory_and_the_caisse_of_its_seat_and_by_its_coordinator() {
    CptsScope ars = caller(Role.ARS_AGENT).cptsScope();
    assertThat(ars.covers(OTHER_CPTS, "60", "32", "601")).isTrue();
    assertThat(ars.covers(OTHER_CPTS, "93", "11", "931")).isTrue();
    assertThat(ars.covers(CPTS, "76", "28", "931")).isFalse();

    CptsScope cpam = caller(Role.CPAM_AGENT).cptsScope();
    assertThat(cpam.covers(OTHER_CPTS, "93", "11", "931")).isTrue();
    assertThat(cpam.covers(CPTS, "93", "11", "932")).isFalse();

    CptsScope coordinator = caller(Role.CPTS_COORDINATOR).cptsScope();
    assertThat(coordinator.cpts()).containsExactly(CPTS);
    assertThat(coordinator.covers(CPTS, "76", "28", "761")).isTrue();
    assertThat(coordinator.covers(OTHER_CPTS, "93", "11", "931")).isFalse();

    assertThat(caller(Role.AUDITOR).cptsScope().covers(OTHER_CPTS, "76", "28", "761")).isTrue();
  }

  @Test
  void a_role_without_cpts_sees_none() {
    for (Role role : List.of(Role.CENTRE_MANAGER, Role.EDITOR, Role.ADMINISTRATOR)) {
      assertThat(caller(role).cptsScope().covers(CPTS, "93", "11", "931")).isFalse();
    }
  }

  @Test
  void a_role_without_centres_sees_none() {
    for (Role role : List.of(Role.CPTS_COORDINATOR, Role.ADMINISTRATOR)) {
      CentreScope scope = caller(role).centreScope();
      assertThat(scope.covers(CENTRE, "93", "11")).isFalse();
      assertThat(scope.editorClient()).isEmpty();
    }
  }
}
