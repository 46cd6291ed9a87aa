package fr.cadran.contracts.cpts.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.contracts.cpts.domain.CptsStage;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.contracts.cpts.domain.Seat;
import fr.cadran.contracts.cpts.domain.StageChange;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.access.CptsScope;
import fr.cadran.kit.access.Role;
import fr.cadran.kit.access.Territories;
import fr.cadran.kit.id.IdSource;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.type.CommuneCode;
import fr.cadran.testing.infra.CadranTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The register as other features use it, on the real database. */
@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class NationalPictureTest {
  private static final LocalDate DAY = LocalDate.of(2021, 7, 1);
  private static final Instant THEN = Instant.parse("2021-07-01T08:00:00Z");

  @Inject CptsRegister register;
  @Inject CptsRecords records;
  @Inject CountStages countStages;
  @Inject FollowContract followContract;
  @Inject IdSource ids;

  private static Caller ars(String region) {
    return new Caller(
        "s",
        "c",
        Set.of(Role.ARS_AGENT),
        Set.of(),
        new Territories(Set.of(region), Set.of()),
        Optional.empty(),
        Set.of(),
        Set.of());
  }

  private Cpts cpts(CptsStage stage, String departement, String region) {
    return new Cpts(
        ids.next(),
        1,
        "CPTS",
        null,
        null,
        "999",
        new Seat(new CommuneCode("97502"), "Saint-Pierre", departement, region),
        stage,
        null,
        null,
        null,
        THEN,
        THEN);
  }

  /**
   * Seed 004: 286 + 216 + 17 + 151 = 670. Kept in a région of their own, so that others can count.
   */
  @Test
  void the_counts_of_1_july_2021_are_those_of_the_country() {
    Map<CptsStage, Long> picture =
        Map.of(
            CptsStage.PRE_PROJET, 286L,
            CptsStage.LETTRE_INTENTION, 216L,
            CptsStage.NEGOCIATION_ACI, 17L,
            CptsStage.ACI_SIGNE, 151L);
    QuarkusTransaction.requiringNew()
        .run(() ->
            picture.forEach((stage, count) -> {
              for (int i = 0; i < count; i++) {
                records.add(cpts(stage, i % 2 == 0 ? "975" : "986", "NATION"));
              }
            }));

    CptsFilter everywhere = new CptsFilter(null, null, null, null);
    Map<CptsStage, Long> counts = countStages.count(ars("NATION"), everywhere);

    assertThat(counts).containsAllEntriesOf(picture).hasSize(CptsStage.values().length);
    assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(670);
    assertThat(
            countStages
                .count(ars("NATION"), new CptsFilter("975", null, null, null))
                .get(CptsStage.ACI_SIGNE))
        .isEqualTo(76);
    assertThat(countStages.count(ars("NOWHERE"), everywhere).values()).containsOnly(0L);
  }

  private ContractNews news(UUID contract, String state, @Nullable ContractHappening happening) {
    return new ContractNews(contract, state, happening, DAY, new DoneBy("subject", "client"));
  }

  @Test
  void a_cpts_follows_its_contract_to_the_end() {
    Cpts cpts = cpts(CptsStage.PROJET_VALIDE, "93", "11");
    UUID contract = ids.next();
    QuarkusTransaction.requiringNew().run(() -> records.add(cpts));

    followContract.follow(
        cpts.id(), news(contract, "NEGOTIATION", ContractHappening.NEGOTIATION_OPENED));
    followContract.follow(cpts.id(), news(contract, "SIGNED", ContractHappening.SIGNED));
    Cpts active = followContract.follow(cpts.id(), news(contract, "ACTIVE", null));
    assertThat(active.stage()).isEqualTo(CptsStage.ACI_SIGNE);
    Cpts ended = followContract.follow(cpts.id(), news(contract, "ENDED", ContractHappening.ENDED));

    assertThat(ended.stage()).isEqualTo(CptsStage.TERME);
    assertThat(ended.stageSince()).isEqualTo(DAY);
    Cpts kept =
        QuarkusTransaction.requiringNew()
            .call(() -> register.find(cpts.id(), CptsScope.EVERYTHING))
            .orElseThrow();
    assertThat(kept).isEqualTo(ended);
    List<StageChange> moves =
        QuarkusTransaction.requiringNew().call(() -> records.stageChanges(cpts.id()));
    assertThat(moves)
        .extracting(StageChange::to)
        .containsExactly(CptsStage.NEGOCIATION_ACI, CptsStage.ACI_SIGNE, CptsStage.TERME);
    assertThat(moves).allSatisfy(move -> assertThat(move.by().subject()).isEqualTo("subject"));
  }

  @Test
  void a_contract_cannot_end_before_it_is_signed() {
    Cpts cpts = cpts(CptsStage.PRE_PROJET, "93", "11");
    QuarkusTransaction.requiringNew().run(() -> records.add(cpts));

    assertThatThrownBy(() ->
            followContract.follow(cpts.id(), news(ids.next(), "ENDED", ContractHappening.ENDED)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(CptsProblem.ILLEGAL_TRANSITION);
              assertThat(refusal.arguments()).containsExactly("PRE_PROJET", "CONTRACT_ENDED");
            });
    assertThat(
            QuarkusTransaction.requiringNew()
                .call(() -> register.find(cpts.id(), CptsScope.EVERYTHING))
                .orElseThrow())
        .isEqualTo(cpts);
  }
}
