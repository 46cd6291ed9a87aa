package fr.cadran.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.Finess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReachesTest {
  private static final Finess CENTRE = new Finess("930012345");

  private static final UUID CPTS = UUID.fromString("0199f0a0-0000-7000-8000-0000000000c1");
  private static final UUID OTHER_CPTS = UUID.fromString("0199f0a0-0000-7000-8000-0000000000c2");

  private static final Reaches CENTRES =
      new Reaches(
          Reach.TERRITORY,
          Reach.CAISSE,
          Reach.OWN_CENTRE,
          Reach.NONE,
          Reach.MANDAT,
          Reach.EVERYTHING,
          Reach.NONE);

  private static final Reaches CPTS_READERS =
      new Reaches(
          Reach.TERRITORY,
          Reach.CAISSE,
          Reach.NONE,
          Reach.OWN_CPTS,
          Reach.NONE,
          Reach.EVERYTHING,
          Reach.NONE);

  private static final Reaches NOBODY =
      new Reaches(
          Reach.NONE, Reach.NONE, Reach.NONE, Reach.NONE, Reach.NONE, Reach.NONE, Reach.NONE);

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
    assertThat(CENTRES.centres(caller(Role.ARS_AGENT)).covers(CENTRE, "60", "32")).isTrue();
    assertThat(CENTRES.centres(caller(Role.ARS_AGENT)).centres()).isEmpty();
    assertThat(CENTRES.centres(caller(Role.CENTRE_MANAGER)).covers(CENTRE, "60", "32")).isTrue();
    assertThat(
            CENTRES
                .centres(caller(Role.CENTRE_MANAGER))
                .covers(new Finess("930012346"), "93", "11"))
        .isFalse();
    assertThat(CENTRES.centres(caller(Role.CPAM_AGENT)).departements()).containsExactly("93");
    assertThat(CENTRES.centres(caller(Role.EDITOR)).editorClient()).contains("client");
    assertThat(CENTRES.centres(caller(Role.AUDITOR)).everything()).isTrue();
  }

  @Test
  void a_cpts_is_seen_by_the_territory_and_the_caisse_of_its_seat_and_by_its_coordinator() {
    CptsScope ars = CPTS_READERS.cpts(caller(Role.ARS_AGENT));
    assertThat(ars.covers(OTHER_CPTS, "60", "32", "601")).isTrue();
    assertThat(ars.covers(OTHER_CPTS, "93", "11", "931")).isTrue();
    assertThat(ars.covers(CPTS, "76", "28", "931")).isFalse();

    CptsScope cpam = CPTS_READERS.cpts(caller(Role.CPAM_AGENT));
    assertThat(cpam.covers(OTHER_CPTS, "93", "11", "931")).isTrue();
    assertThat(cpam.covers(CPTS, "93", "11", "932")).isFalse();

    CptsScope coordinator = CPTS_READERS.cpts(caller(Role.CPTS_COORDINATOR));
    assertThat(coordinator.cpts()).containsExactly(CPTS);
    assertThat(coordinator.covers(CPTS, "76", "28", "761")).isTrue();
    assertThat(coordinator.covers(OTHER_CPTS, "93", "11", "931")).isFalse();

    assertThat(CPTS_READERS.cpts(caller(Role.AUDITOR)).covers(OTHER_CPTS, "76", "28", "761"))
        .isTrue();
  }

  @Test
  void a_role_without_cpts_sees_none() {
    for (Role role : List.of(Role.CENTRE_MANAGER, Role.EDITOR, Role.ADMINISTRATOR)) {
      assertThat(CPTS_READERS.cpts(caller(role)).covers(CPTS, "93", "11", "931")).isFalse();
    }
  }

  @Test
  void a_role_without_centres_sees_none() {
    for (Role role : List.of(Role.CPTS_COORDINATOR, Role.ADMINISTRATOR)) {
      CentreScope scope = CENTRES.centres(caller(role));
      assertThat(scope.covers(CENTRE, "93", "11")).isFalse();
      assertThat(scope.editorClient()).isEmpty();
    }
  }

  @Test
  void nobody_reaches_what_the_line_gives_to_nobody() {
    for (Role role : Role.values()) {
      assertThat(NOBODY.centres(caller(role)).covers(CENTRE, "93", "11")).isFalse();
      assertThat(NOBODY.centres(caller(role)).editorClient()).isEmpty();
      assertThat(NOBODY.cpts(caller(role)).covers(CPTS, "93", "11", "931")).isFalse();
      assertThat(NOBODY.reachesEverything(caller(role))).isFalse();
      assertThatThrownBy(() -> NOBODY.requireEverything(caller(role)))
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void who_reaches_everything_is_bounded_by_nothing() {
    CENTRES.requireEverything(caller(Role.AUDITOR));
    assertThat(CENTRES.reachesEverything(caller(Role.ARS_AGENT))).isFalse();
  }

  @Test
  void a_role_is_bounded_by_its_own_claims_only() {
    assertThatThrownBy(() ->
            new Reaches(
                Reach.CAISSE,
                Reach.NONE,
                Reach.NONE,
                Reach.NONE,
                Reach.NONE,
                Reach.NONE,
                Reach.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
