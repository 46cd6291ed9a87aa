package fr.cadran.centres.centre.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.CommuneCode;
import fr.cadran.kit.type.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CentreRulesTest {
  private static final Set<String> SPECIALTIES = Set.of("MEDECINE_GENERALE", "DENTAIRE");
  private static final Map<CommuneCode, Location> COMMUNES =
      Map.of(
          new CommuneCode("93066"),
          new Location(new CommuneCode("93066"), "Saint-Denis", "93", "11"),
          new CommuneCode("97611"),
          new Location(new CommuneCode("97611"), "Mamoudzou", "976", "06"));

  /** A declaration in which one field can be spoilt. */
  private static CentreDeclaration declared(
      String finess,
      String siret,
      String commune,
      List<String> specialties,
      Map<String, Long> rooms,
      String phone,
      LocalDate closedOn) {
    return new CentreDeclaration(
        finess,
        "930000001",
        siret,
        "Centre de santé Les Moulins",
        ManagerKind.MUNICIPAL,
        null,
        commune,
        null,
        null,
        null,
        phone,
        specialties,
        rooms,
        null,
        null,
        null,
        null,
        null,
        LocalDate.of(1950, 1, 1),
        closedOn);
  }

  private static final List<String> MG = List.of("MEDECINE_GENERALE");

  private static CentreRules.Outcome outcome(CentreDeclaration declared) {
    return CentreRules.apply(
        declared, code -> Optional.ofNullable(COMMUNES.get(code)), SPECIALTIES);
  }

  @Test
  void a_declaration_becomes_an_entry_with_its_territory() {
    Centre centre =
        outcome(
                declared(
                    "93 001 234 5",
                    "35600000009075",
                    "93066",
                    MG,
                    Map.of("multi", 2L, "MEDECINE_GENERALE", 4L),
                    "+33 1 49 33 00 00",
                    null))
            .centre();

    assertThat(centre).isNotNull();
    assertThat(centre.finess().value()).isEqualTo("930012345");
    assertThat(centre.siret().value()).isEqualTo("35600000009075");
    assertThat(centre.location().departement()).isEqualTo("93");
    assertThat(centre.location().region()).isEqualTo("11");
    assertThat(centre.rooms()).containsEntry("multi", 2L);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            declared("93001234", null, "93066", MG, null, null, null), "/finess", "FINESS_INVALID"),
        Arguments.of(declared(null, null, "93066", MG, null, null, null), "/finess", "REQUIRED"),
        Arguments.of(
            declared("930012345", "35600000009076", "93066", MG, null, null, null),
            "/siret",
            "SIRET_INVALID"),
        Arguments.of(
            declared("930012345", null, "93200", MG, null, null, null),
            "/communeCode",
            "COMMUNE_UNKNOWN"),
        Arguments.of(
            declared("930012345", null, "9306", MG, null, null, null),
            "/communeCode",
            "COMMUNE_CODE_INVALID"),
        Arguments.of(
            declared("930012345", null, "93066", List.of(), null, null, null),
            "/specialties",
            "REQUIRED"),
        Arguments.of(
            declared("930012345", null, "93066", List.of("ASTROLOGIE"), null, null, null),
            "/specialties/0",
            "UNKNOWN_SPECIALTY"),
        Arguments.of(
            declared("930012345", null, "93066", List.of("DENTAIRE", "DENTAIRE"), null, null, null),
            "/specialties/1",
            "DUPLICATE_SPECIALTY"),
        Arguments.of(
            declared("930012345", null, "93066", MG, Map.of("DENTAIRE", -1L), null, null),
            "/rooms/DENTAIRE",
            "NEGATIVE"),
        Arguments.of(
            declared("930012345", null, "93066", MG, Map.of("ASTROLOGIE", 1L), null, null),
            "/rooms",
            "UNKNOWN_SPECIALTY"),
        Arguments.of(
            declared("930012345", null, "93066", MG, null, "call me", null),
            "/phone",
            "PHONE_INVALID"),
        Arguments.of(
            declared("930012345", null, "93066", MG, null, null, LocalDate.of(1949, 12, 31)),
            "/closedOn",
            "CLOSES_BEFORE_OPENING"));
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("refused")
  void what_is_wrong_is_pointed_at(CentreDeclaration declared, String pointer, String code) {
    CentreRules.Outcome outcome = outcome(declared);

    assertThat(outcome.errors()).containsExactly(new FieldError(pointer, code));
    assertThat(outcome.centre()).isNull();
  }

  @Test
  void an_empty_declaration_says_all_that_is_needed() {
    CentreDeclaration nothing =
        new CentreDeclaration(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null);

    assertThat(outcome(nothing).errors())
        .extracting(FieldError::pointer)
        .containsExactly(
            "/finess", "/finessJuridique", "/name", "/managerKind", "/communeCode", "/specialties");
  }

  @Test
  void a_failed_check_digit_or_another_departement_only_warns() {
    CentreRules.Outcome outcome =
        outcome(declared("750012345", null, "93066", MG, null, null, null));

    assertThat(outcome.centre()).isNotNull();
    assertThat(outcome.warnings())
        .contains(new FieldError("/communeCode", "FINESS_DEPARTEMENT_DIFFERS"));
    // 930000001 does not satisfy Luhn either.
    assertThat(outcome.warnings())
        .contains(new FieldError("/finessJuridique", "FINESS_CHECK_DIGIT"));
  }

  @Test
  void mayotte_is_numbered_98_by_finess() {
    assertThat(outcome(declared("980012345", null, "97611", MG, null, null, null)).warnings())
        .extracting(FieldError::code)
        .doesNotContain("FINESS_DEPARTEMENT_DIFFERS");
  }
}
