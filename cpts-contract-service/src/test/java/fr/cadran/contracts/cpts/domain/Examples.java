package fr.cadran.contracts.cpts.domain;

import fr.cadran.kit.type.CommuneCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Communes and CPTS that tests of the domain speak of. */
final class Examples {
  static final Seat SEAT = new Seat(new CommuneCode("93066"), "Saint-Denis", "93", "11");

  private static final Map<String, KnownCommune> KNOWN =
      Map.of(
          "93066", commune("93066", "Saint-Denis", null, "93", 149_077),
          "93027", commune("93027", "La Courneuve", null, "93", 47_167),
          "95018", commune("95018", "Argenteuil", null, "95", 110_000),
          "75056", commune("75056", "Paris", null, "75", 2_103_778),
          "75101", commune("75101", "Paris 1er Arrondissement", "75056", "75", 15_114),
          "75110", commune("75110", "Paris 10e Arrondissement", "75056", "75", 83_000),
          "55039", commune("55039", "Beaumont-en-Verdunois", null, "55", 0),
          "98411", commune("98411", "Îles Saint-Paul et Nouvelle-Amsterdam", null, "984", null),
          "2A004", commune("2A004", "Ajaccio", null, "2A", 74_000),
          "97411", commune("97411", "Saint-Denis", null, "974", 154_000));

  private Examples() {}

  static Optional<KnownCommune> find(CommuneCode code) {
    return Optional.ofNullable(KNOWN.get(code.value()));
  }

  static Cpts cpts(CptsStage stage) {
    Instant then = Instant.parse("2026-01-01T00:00:00Z");
    return new Cpts(
        UUID.fromString("0190d000-0000-7000-8000-000000000001"),
        3,
        "CPTS de la Plaine",
        null,
        null,
        "931",
        SEAT,
        stage,
        null,
        null,
        null,
        then,
        then);
  }

  private static KnownCommune commune(
      String code,
      String name,
      @Nullable String parent,
      String departement,
      @Nullable Integer population) {
    return new KnownCommune(
        new CommuneCode(code),
        name,
        parent == null ? null : new CommuneCode(parent),
        departement,
        "11",
        population);
  }
}
