package fr.cadran.contracts.cpts.domain;

import fr.cadran.kit.type.CommuneCode;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.InvalidValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What makes a list of communes a territory (cpts.md §1, Territory). Paris, Lyon and Marseille
 * count once: either the whole city or some of its municipal arrondissements, since a CPTS of Paris
 * covers arrondissements; both together would count people twice and are refused.
 */
public final class TerritoryRules {
  public static final String REQUIRED = "REQUIRED";
  public static final String TOO_MANY_ROWS = "TOO_MANY_ROWS";
  public static final String COMMUNE_UNKNOWN = "COMMUNE_UNKNOWN";
  public static final String COMMUNE_TWICE = "COMMUNE_TWICE";

  /** An arrondissement beside the city that it is part of. */
  public static final String CITY_COUNTED_TWICE = "CITY_COUNTED_TWICE";

  /** Lands without a population in the table: a sum with them would not be a number. */
  public static final String POPULATION_UNKNOWN = "POPULATION_UNKNOWN";

  public static final String POPULATION_IS_ZERO = "POPULATION_IS_ZERO";

  /** Warning: the seat lies outside the territory. */
  public static final String SEAT_OUTSIDE_TERRITORY = "SEAT_OUTSIDE_TERRITORY";

  /** Warning: the territory reaches over several départements; the CPAM of the seat signs. */
  public static final String SEVERAL_DEPARTEMENTS = "SEVERAL_DEPARTEMENTS";

  /** Warning: the contract keeps its own size, which only an avenant changes. */
  public static final String SIZE_NEEDS_AVENANT = "SIZE_NEEDS_AVENANT";

  private static final int MOST_COMMUNES = 1000;

  /**
   * What became of a list.
   *
   * @param parts the communes in the order of their codes, empty when there are errors
   * @param population their sum
   * @param errors what refuses it
   * @param warnings what refuses nothing
   */
  public record Outcome(
      List<Territory.Part> parts,
      int population,
      List<FieldError> errors,
      List<FieldError> warnings) {}

  private final Communes communes;
  private final List<FieldError> errors = new ArrayList<>();
  private final Map<CommuneCode, KnownCommune> found = new TreeMap<>();
  private final Map<CommuneCode, Integer> placeOf = new TreeMap<>();

  private TerritoryRules(Communes communes) {
    this.communes = communes;
  }

  /** The territory that a list of codes makes, or what is wrong with it. */
  public static Outcome apply(
      @Nullable List<@Nullable String> codes, Seat seat, Communes communes) {
    return new TerritoryRules(communes).check(codes, seat);
  }

  private Outcome check(@Nullable List<@Nullable String> codes, Seat seat) {
    if (codes == null || codes.isEmpty()) {
      add("/communes", REQUIRED);
    } else if (codes.size() > MOST_COMMUNES) {
      add("/communes", TOO_MANY_ROWS);
    } else {
      for (int i = 0; i < codes.size(); i++) {
        take(i, codes.get(i));
      }
      refuseCitiesCountedTwice();
    }
    long population = found.values().stream().mapToLong(TerritoryRules::inhabitants).sum();
    if (errors.isEmpty() && population == 0) {
      add("/communes", POPULATION_IS_ZERO);
    }
    if (!errors.isEmpty()) {
      return new Outcome(List.of(), 0, List.copyOf(errors), List.of());
    }
    return new Outcome(
        found.values().stream()
            .sorted(Comparator.comparing(KnownCommune::code))
            .map(commune ->
                new Territory.Part(
                    commune.code(),
                    commune.name(),
                    commune.parent(),
                    Math.toIntExact(inhabitants(commune))))
            .toList(),
        Math.toIntExact(population),
        List.of(),
        warnings(seat));
  }

  private void take(int place, @Nullable String text) {
    String pointer = "/communes/" + place;
    if (text == null || text.isBlank()) {
      add(pointer, REQUIRED);
      return;
    }
    CommuneCode code;
    try {
      code = new CommuneCode(text.strip());
    } catch (InvalidValueException invalid) {
      add(pointer, invalid.code());
      return;
    }
    KnownCommune commune = communes.find(code).orElse(null);
    if (commune == null) {
      add(pointer, COMMUNE_UNKNOWN);
    } else if (commune.population() == null) {
      add(pointer, POPULATION_UNKNOWN);
    } else if (found.putIfAbsent(code, commune) != null) {
      add(pointer, COMMUNE_TWICE);
    } else {
      placeOf.put(code, place);
    }
  }

  private void refuseCitiesCountedTwice() {
    for (KnownCommune commune : found.values()) {
      if (commune.parent() != null && found.containsKey(commune.parent())) {
        add("/communes/" + placeOf.get(commune.code()), CITY_COUNTED_TWICE);
      }
    }
  }

  private List<FieldError> warnings(Seat seat) {
    List<FieldError> warnings = new ArrayList<>();
    CommuneCode seatCommune = seat.commune();
    CommuneCode seatParent = communes.find(seatCommune).map(KnownCommune::parent).orElse(null);
    boolean seatInside =
        found.values().stream()
            .anyMatch(commune ->
                commune.code().equals(seatCommune)
                    || commune.code().equals(seatParent)
                    || seatCommune.equals(commune.parent()));
    if (!seatInside) {
      warnings.add(new FieldError("/communes", SEAT_OUTSIDE_TERRITORY));
    }
    if (found.values().stream().map(KnownCommune::departement).distinct().count() > 1) {
      warnings.add(new FieldError("/communes", SEVERAL_DEPARTEMENTS));
    }
    return warnings;
  }

  private static long inhabitants(KnownCommune commune) {
    return commune.population() == null ? 0 : commune.population();
  }

  private void add(String pointer, String code) {
    errors.add(new FieldError(pointer, code));
  }
}
