package fr.cadran.indicators.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IndicatorCatalogueTest {
  private static IndicatorDefinition definition(String code) {
    return IndicatorCatalogue.withCode(code).orElseThrow();
  }

  private static String formula(String code) {
    return definition(code).mainFormula().whole().text();
  }

  @Test
  void every_indicator_that_the_report_names_is_defined_once() {
    Map<Levier, List<String>> codes = new TreeMap<>();
    IndicatorCatalogue.definitions()
        .forEach(definition ->
            codes.merge(
                definition.levier(),
                List.of(definition.code()),
                (first, more) ->
                    java.util.stream.Stream.concat(first.stream(), more.stream()).toList()));
    assertThat(codes)
        .containsExactly(
            Map.entry(
                Levier.NON_VENUE,
                List.of(
                    "taux-decroche",
                    "taux-non-venue",
                    "part-rdv-non-honores",
                    "part-rdv-annules",
                    "delai-moyen-annulation",
                    "part-rdv-reattribues",
                    "ouverture-plannings")),
            Map.entry(
                Levier.CODAGE,
                List.of(
                    "part-actes-ccam", "part-recettes-ccam", "ratio-c2-c", "evolution-recettes")),
            Map.entry(Levier.OCCUPATION, List.of("amplitude-horaire", "taux-occupation")),
            Map.entry(
                Levier.IMAGERIE,
                List.of(
                    "ca-horaire-imagerie",
                    "adressage-interne-imagerie",
                    "couverture-charges-imagerie")),
            Map.entry(
                Levier.DENTAIRE,
                List.of(
                    "ca-horaire-dentaire",
                    "ratio-soins-protheses",
                    "occupation-fauteuils",
                    "couverture-charges-dentaire")),
            Map.entry(
                Levier.IMPAYES,
                List.of(
                    "impayes-patients",
                    "impayes-organismes",
                    "taux-rejets",
                    "taux-rejets-securite-sociale",
                    "taux-rejets-mutuelles",
                    "cout-tiers-payant")),
            Map.entry(Levier.PRELEVEMENTS, List.of("subvention-par-dossier")),
            Map.entry(
                Levier.COORDINATION,
                List.of("adhesions", "renouvellements", "montant-option", "taux-adhesion")),
            Map.entry(
                Levier.ACHATS,
                List.of(
                    "achats-ca",
                    "achats-ca-medecine-generale",
                    "achats-ca-specialites",
                    "achats-ca-dentaire",
                    "achats-ca-imagerie")),
            Map.entry(Levier.RATIOS_PERSONNEL, List.of("ratio-personnel")));
  }

  @Test
  void the_no_show_rate_is_the_one_that_annexe_i_prints() {
    IndicatorDefinition rate = definition("taux-non-venue");
    assertThat(formula("taux-non-venue")).isEqualTo("(rdvPris − passages + sansRdv) ÷ rdvPris");
    assertThat(rate.provenance()).isEqualTo(Provenance.PRINTED);
    assertThat(rate.source()).isEqualTo("seed 000, ANNEXE I");
    assertThat(rate.defaultTarget()).isEqualTo(Rational.of(1, 10));
    assertThat(rate.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    assertThat(rate.unit()).isEqualTo(Unit.RATIO);
    assertThat(rate.breakdown()).isEqualTo(Breakdown.CENTRE);
    assertThat(rate.version()).isEqualTo(1);
    assertThat(rate.validFrom()).isEqualTo(LocalDate.of(2013, 1, 1));
    assertThat(rate.mainFormula().numeratorInputs())
        .containsExactly("rdvPris", "passages", "sansRdv");
    assertThat(rate.mainFormula().denominatorInputs()).containsExactly("rdvPris");
  }

  @Test
  void formulas_read_in_the_words_of_the_grid() {
    assertThat(formula("taux-decroche")).isEqualTo("appelsDecroches ÷ appelsRecus");
    assertThat(formula("part-rdv-non-honores"))
        .isEqualTo("rdvNonHonores ÷ (rdvHonores + rdvAnnules + rdvNonHonores)");
    assertThat(formula("part-rdv-annules"))
        .isEqualTo("rdvAnnules ÷ (rdvHonores + rdvAnnules + rdvNonHonores)");
    assertThat(formula("part-actes-ccam")).isEqualTo("actesCcam ÷ actes");
    assertThat(formula("part-recettes-ccam")).isEqualTo("recettesCcam ÷ recettes");
    assertThat(formula("ratio-c2-c")).isEqualTo("consultationsC2 ÷ consultationsC");
    assertThat(formula("impayes-patients"))
        .isEqualTo(
            "(impayesPatientsCumul − impayesPatientsCumulTrimestrePrecedent) ÷ chiffreAffaires");
    assertThat(formula("impayes-organismes"))
        .isEqualTo(
            "(impayesOrganismesCumul − impayesOrganismesCumulTrimestrePrecedent) ÷ chiffreAffaires");
    assertThat(formula("taux-rejets"))
        .isEqualTo("(rejetsSecuriteSociale + rejetsMutuelles) ÷ facturesEnvoyees");
    assertThat(formula("taux-rejets-securite-sociale"))
        .isEqualTo("rejetsSecuriteSociale ÷ facturesEnvoyees");
    assertThat(formula("taux-rejets-mutuelles")).isEqualTo("rejetsMutuelles ÷ facturesEnvoyees");
    assertThat(formula("cout-tiers-payant"))
        .isEqualTo(
            "(masseSalarialeTiersPayantCumul − masseSalarialeTiersPayantCumulTrimestrePrecedent)"
                + " ÷ facturesEnvoyees");
    assertThat(formula("achats-ca")).isEqualTo("achats ÷ chiffreAffairesMemesMois");
    assertThat(formula("achats-ca-dentaire"))
        .isEqualTo("achatsDentaire ÷ chiffreAffairesDentaireMemesMois");
    assertThat(formula("delai-moyen-annulation"))
        .isEqualTo("joursAvantRdvDesAnnulations ÷ rdvAnnules");
    assertThat(formula("part-rdv-reattribues")).isEqualTo("rdvAnnulesReattribues ÷ rdvAnnules");
    assertThat(formula("ouverture-plannings")).isEqualTo("rdvPlanifiesParDelai");
    assertThat(formula("evolution-recettes"))
        .isEqualTo(
            "(chiffreAffaires − chiffreAffairesAnneeDeReference) ÷ chiffreAffairesAnneeDeReference");
    assertThat(formula("amplitude-horaire"))
        .startsWith("lundiMatin + lundiApresMidi + mardiMatin")
        .endsWith("samediMatin + samediApresMidi");
    assertThat(formula("taux-occupation"))
        .isEqualTo("vacations ÷ ((cabinets + cabinetsPolyvalents) × demiJourneesOuvertes)");
    assertThat(definition("taux-occupation").formulas().getLast().whole().text())
        .isEqualTo("vacations ÷ (cabinets × demiJourneesOuvertes)");
    assertThat(formula("ca-horaire-imagerie"))
        .isEqualTo("chiffreAffairesImagerie ÷ heuresOuvertureImagerie");
    assertThat(definition("ca-horaire-imagerie").formulas().getLast().whole().text())
        .startsWith("chiffreAffairesImagerie ÷ ((lundiMatin + ")
        .endsWith("samediApresMidi) × semaines)");
    assertThat(formula("adressage-interne-imagerie"))
        .isEqualTo("prescriptionsImagerieRealisees ÷ prescriptionsImagerie");
    assertThat(formula("ratio-soins-protheses")).isEqualTo("actesDeSoins ÷ actesDeProthese");
    assertThat(formula("occupation-fauteuils"))
        .isEqualTo("heuresFauteuilOccupees ÷ heuresFauteuilDisponibles");
    assertThat(formula("couverture-charges-dentaire"))
        .isEqualTo("chiffreAffairesDentaire ÷ chargesDentaire");
    assertThat(formula("subvention-par-dossier"))
        .isEqualTo("subventionPrelevements ÷ dossiersDePrelevement");
    assertThat(formula("taux-adhesion")).isEqualTo("adhesions ÷ patientsAvecMedecinTraitant");
    assertThat(formula("montant-option")).isEqualTo("montantOptionRecu");
    assertThat(formula("ratio-personnel"))
        .isEqualTo(
            "masseSalarialeNonMedicaleCumul ÷ (masseSalarialeMedecineGeneraleCumul"
                + " + masseSalarialeSpecialitesCumul + masseSalarialeDentaireCumul"
                + " + masseSalarialeImagerieCumul)");
  }

  @Test
  void targets_are_those_of_the_source_and_absent_where_it_gives_none() {
    assertThat(definition("taux-decroche").defaultTarget()).isEqualTo(Rational.of(9, 10));
    assertThat(definition("impayes-patients").defaultTarget()).isEqualTo(Rational.of(1, 100));
    assertThat(definition("taux-rejets").defaultTarget()).isEqualTo(Rational.of(1, 20));
    assertThat(definition("impayes-organismes").defaultTarget()).isNull();
    assertThat(definition("achats-ca").defaultTarget()).isNull();
    assertThat(definition("taux-occupation").defaultTarget()).isEqualTo(Rational.of(4, 5));
    assertThat(definition("couverture-charges-imagerie").defaultTarget()).isEqualTo(Rational.ONE);
    assertThat(definition("subvention-par-dossier").defaultTarget()).isEqualTo(Rational.of(8));
    assertThat(definition("ratio-personnel").defaultTarget()).isNull();
  }

  @Test
  void only_the_unpaid_of_payers_is_named_by_no_source() {
    assertThat(IndicatorCatalogue.definitions())
        .filteredOn(definition -> definition.provenance() == Provenance.OURS)
        .extracting(IndicatorDefinition::code)
        .containsExactly("impayes-organismes");
    assertThat(definition("impayes-patients").provenance()).isEqualTo(Provenance.NAMED);
  }

  @Test
  void shares_by_specialty_are_given_for_each_specialty_and_for_the_centre() {
    assertThat(IndicatorCatalogue.definitions())
        .filteredOn(definition -> definition.breakdown() == Breakdown.SPECIALTY_AND_CENTRE)
        .extracting(IndicatorDefinition::code)
        .containsExactly(
            "part-rdv-non-honores",
            "part-rdv-annules",
            "part-actes-ccam",
            "part-recettes-ccam",
            "taux-occupation");
  }

  @Test
  void the_reject_rates_say_what_they_are_divided_by() {
    assertThat(IndicatorCatalogue.definitions())
        .filteredOn(definition -> definition.code().startsWith("taux-rejets"))
        .hasSize(3)
        .allSatisfy(definition -> {
          assertThat(definition.note()).isNotNull();
          assertThat(definition.note().fr()).contains("factures envoyées");
          assertThat(definition.note().en()).contains("invoices sent");
        });
  }

  @Test
  void a_longer_period_is_obtained_by_the_rule_of_what_is_counted() {
    assertThat(rule("taux-non-venue")).isEqualTo(OverQuarters.RATIO_OF_SUMS);
    assertThat(rule("taux-occupation")).isEqualTo(OverQuarters.RATIO_OF_SUMS);
    assertThat(rule("adhesions")).isEqualTo(OverQuarters.SUM);
    assertThat(rule("amplitude-horaire")).isEqualTo(OverQuarters.MEAN);
    assertThat(rule("taux-adhesion")).isEqualTo(OverQuarters.SUM_OVER_MEAN);
    assertThat(definition("taux-decroche").periodFormulas())
        .extracting(formula -> formula.whole().text())
        .containsExactly("appelsDecroches ÷ appelsRecus");
    assertThat(definition("achats-ca").periodFormulas())
        .extracting(formula -> formula.whole().text())
        .containsExactly("achatsDuTrimestre ÷ chiffreAffaires");
    assertThat(OverQuarters.values())
        .extracting(rule -> rule.label().fr())
        .doesNotHaveDuplicates()
        .allSatisfy(words -> assertThat(words).isNotBlank());
    assertThat(OverQuarters.values())
        .extracting(rule -> rule.label().en())
        .doesNotHaveDuplicates()
        .allSatisfy(words -> assertThat(words).isNotBlank());
  }

  private static OverQuarters rule(String code) {
    return definition(code).periodFormulas().getFirst().overQuarters();
  }

  @Test
  void every_indicator_but_those_of_the_ledger_has_a_worked_example() {
    assertThat(IndicatorCatalogue.definitions())
        .filteredOn(definition -> definition.example().isEmpty())
        .extracting(IndicatorDefinition::code)
        .containsExactly("delai-moyen-annulation", "part-rdv-reattribues", "ouverture-plannings");
  }

  @Test
  void the_hours_of_a_service_that_does_not_report_them_are_13_opening_weeks() {
    Formula fallback = definition("ca-horaire-dentaire").formulas().getLast();
    assertThat(fallback.warning()).isEqualTo("HOURS_FROM_WEEKLY_OPENING");
    assertThat(fallback.fixed())
        .singleElement()
        .satisfies(weeks -> {
          assertThat(weeks.variable().name()).isEqualTo("semaines");
          assertThat(weeks.value()).isEqualTo(Rational.of(13));
          assertThat(weeks.source()).isNotBlank();
        });
  }

  @Test
  void an_unknown_code_is_no_definition() {
    assertThat(IndicatorCatalogue.withCode("taux-inconnu")).isEmpty();
    assertThat(IndicatorCatalogue.withCode("taux-inconnu", 1)).isEmpty();
  }

  @Test
  void a_definition_is_found_by_its_version() {
    assertThat(IndicatorCatalogue.withCode("taux-non-venue", 1))
        .contains(definition("taux-non-venue"));
    assertThat(IndicatorCatalogue.withCode("taux-non-venue", 2)).isEmpty();
  }

  @Test
  void every_figure_has_its_name_in_both_languages() {
    assertThat(Figure.values())
        .allSatisfy(figure -> {
          assertThat(figure.label().fr()).isNotBlank();
          assertThat(figure.label().en()).isNotBlank();
        });
  }

  @Test
  void units_round_for_display_and_say_how() {
    assertThat(Unit.RATIO.round(Rational.of(7, 47))).isEqualTo(new BigDecimal("0.1489"));
    assertThat(Unit.RATIO.rounding()).isEqualTo("HALF_UP, 4 places, display only");
    assertThat(Unit.EUROS_PER_INVOICE.round(Rational.of(1, 8))).isEqualTo(new BigDecimal("0.13"));
    assertThat(Unit.DAYS.code()).isEqualTo("days");
    assertThat(Unit.RATIO.code()).isEqualTo("ratio");
    assertThat(Unit.EUROS_PER_HOUR.code()).isEqualTo("€/h");
    assertThat(Unit.EUROS_PER_FILE.round(Rational.of(24, 5))).isEqualTo(new BigDecimal("4.80"));
    assertThat(Unit.HOURS_PER_WEEK.code()).isEqualTo("h/semaine");
    assertThat(Unit.EUROS.code()).isEqualTo("€");
  }

  @Test
  void a_formula_declares_exactly_the_inputs_that_it_reads() {
    Input read = Input.of(Figure.PASSAGES);
    Input other = Input.of(Figure.ACTS);
    assertThatThrownBy(() -> new Formula(List.of(), read.variable(), null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Formula(List.of(read, other), read.variable(), null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Formula(List.of(read, read), read.variable(), null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Formula(List.of(read), read.variable(), null, null).denominatorInputs())
        .isEmpty();
  }

  @Test
  void a_definition_has_a_formula() {
    IndicatorDefinition sound = definition("achats-ca");
    assertThatThrownBy(() ->
            new IndicatorDefinition(
                "sans-formule",
                sound.levier(),
                sound.label(),
                sound.unit(),
                List.of(),
                sound.breakdown(),
                sound.direction(),
                null,
                sound.provenance(),
                sound.source(),
                null,
                1,
                sound.validFrom()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void figures_know_their_place_in_the_record() {
    assertThat(Figure.PASSAGES.path()).isEqualTo("patients.passages");
    assertThat(Figure.PASSAGES.shortName()).isEqualTo("passages");
    assertThat(Figure.CCAM_ACTS.pathFor("DENTAIRE")).isEqualTo("activity[DENTAIRE].ccamActs");
    assertThat(Figure.CCAM_ACTS.shortName()).isEqualTo("ccamActs");
    assertThat(Figure.CCAM_ACTS.isPerSpecialty()).isTrue();
    assertThat(Figure.PASSAGES.isPerSpecialty()).isFalse();
    assertThat(Figure.REASSIGNED.isFromAppointmentLedger()).isTrue();
    assertThat(Figure.PASSAGES.isFromAppointmentLedger()).isFalse();
    assertThat(Figure.REASSIGNED.shortName()).isEqualTo("appointmentLedger");
    assertThat(Figure.OPEN_HALF_DAYS.shortName()).isEqualTo("openingHours");
    assertThat(Figure.OPEN_HOURS_MONDAY_MORNING.shortName()).isEqualTo("monday.morning");
  }
}
