package fr.cadran.centres.centre.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.CommuneCode;
import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisteredCentreTest {
  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);

  private static Centre named(String name, @Nullable LocalDate openedOn) {
    return new Centre(
        new Finess("930012345"),
        new Finess("930000001"),
        null,
        name,
        ManagerKind.MUNICIPAL,
        null,
        new Location(new CommuneCode("93066"), "Saint-Denis", "93", "11"),
        null,
        null,
        null,
        null,
        List.of("DENTAIRE"),
        Map.of(),
        null,
        null,
        null,
        null,
        null,
        openedOn,
        null);
  }

  @Test
  void a_first_entry_holds_since_the_opening_or_since_ever() {
    LocalDate opened = LocalDate.of(1950, 3, 1);

    assertThat(RegisteredCentre.register(named("A", opened), null, NOW).effectiveFrom())
        .isEqualTo(opened);
    assertThat(RegisteredCentre.register(named("A", opened), TODAY, NOW).effectiveFrom())
        .isEqualTo(TODAY);
    assertThat(RegisteredCentre.register(named("A", null), null, NOW).effectiveFrom())
        .isEqualTo(LocalDate.of(1900, 1, 1));
  }

  @Test
  void a_correction_of_the_past_leaves_what_has_followed_since() {
    RegisteredCentre first = RegisteredCentre.register(named("A", null), null, NOW);
    RegisteredCentre second = first.revise(named("B", null), null, LocalDate.of(2014, 1, 1), NOW);
    assertThat(first.present(second)).isEqualTo(second);

    RegisteredCentre correction =
        second.revise(named("A′", null), null, LocalDate.of(2010, 1, 1), LATER);
    RegisteredCentre present = second.present(correction);

    assertThat(present.centre().name()).isEqualTo("B");
    assertThat(present.effectiveFrom()).isEqualTo(LocalDate.of(2014, 1, 1));
    assertThat(present.version()).isEqualTo(3);
    assertThat(present.changedAt()).isEqualTo(LATER);
    RegisteredCentre sameDay =
        second.revise(named("B′", null), null, LocalDate.of(2014, 1, 1), LATER);
    assertThat(second.present(sameDay)).isEqualTo(sameDay);
  }

  @Test
  void a_closure_always_is_the_present() {
    RegisteredCentre centre =
        RegisteredCentre.register(named("A", null), null, NOW)
            .revise(named("B", null), null, LocalDate.of(2014, 1, 1), NOW);

    RegisteredCentre past = centre.close(LocalDate.of(2013, 6, 30), null, TODAY, LATER);
    assertThat(past.effectiveFrom()).isEqualTo(LocalDate.of(2014, 1, 1));
    assertThat(centre.present(past)).isEqualTo(past);
    RegisteredCentre since = centre.close(LocalDate.of(2015, 6, 30), null, TODAY, LATER);
    assertThat(since.effectiveFrom()).isEqualTo(LocalDate.of(2015, 6, 30));
    Finess heir = new Finess("930012352");
    RegisteredCentre announced = centre.close(TODAY.plusDays(30), heir, TODAY, LATER);
    assertThat(announced.effectiveFrom()).isEqualTo(TODAY);
    assertThat(announced.successor()).isEqualTo(heir);
    assertThat(announced.isClosedOn(TODAY.plusDays(30))).isFalse();
    assertThat(announced.isClosedOn(TODAY.plusDays(31))).isTrue();
    assertThat(centre.isClosedOn(TODAY)).isFalse();
    assertThat(announced.revise(named("C", null), heir, TODAY, LATER).successor()).isEqualTo(heir);
  }
}
