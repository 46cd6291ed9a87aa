package fr.cadran.centres.centre.domain;

import fr.cadran.kit.type.CommuneCode;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Siret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes a declared registry entry acceptable. All errors are given at once; warnings are told
 * and never refuse.
 */
public final class CentreRules {
  public static final String REQUIRED = "REQUIRED";
  public static final String TOO_LONG = "TOO_LONG";
  public static final String NEGATIVE = "NEGATIVE";
  public static final String TOO_LARGE = "TOO_LARGE";
  public static final String COMMUNE_UNKNOWN = "COMMUNE_UNKNOWN";
  public static final String UNKNOWN_SPECIALTY = "UNKNOWN_SPECIALTY";
  public static final String DUPLICATE_SPECIALTY = "DUPLICATE_SPECIALTY";
  public static final String PHONE_INVALID = "PHONE_INVALID";
  public static final String CLOSES_BEFORE_OPENING = "CLOSES_BEFORE_OPENING";

  /** Warning: the check digit of a FINESS number disagrees with Luhn. */
  public static final String FINESS_CHECK_DIGIT = "FINESS_CHECK_DIGIT";

  /** Warning: the FINESS number begins with another département than that of the commune. */
  public static final String FINESS_DEPARTEMENT_DIFFERS = "FINESS_DEPARTEMENT_DIFFERS";

  private static final int LONGEST_TEXT = 250;
  private static final long MOST_ROOMS = 1000;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{2,28}");

  /**
   * What became of a declaration.
   *
   * @param centre the entry, null when there are errors
   * @param errors what refuses it
   * @param warnings what the declarer should look at again
   */
  public record Outcome(
      @Nullable Centre centre, List<FieldError> errors, List<FieldError> warnings) {}

  private final Communes communes;
  private final Set<String> knownSpecialties;
  private final List<FieldError> errors = new ArrayList<>();
  private final List<FieldError> warnings = new ArrayList<>();

  private CentreRules(Communes communes, Set<String> knownSpecialties) {
    this.communes = communes;
    this.knownSpecialties = knownSpecialties;
  }

  /** The entry that a declaration makes, or what is wrong with it. */
  public static Outcome apply(
      CentreDeclaration declared, Communes communes, Set<String> knownSpecialties) {
    return new CentreRules(communes, knownSpecialties).check(declared);
  }

  private Outcome check(CentreDeclaration declared) {
    Finess finess = read("/finess", declared.finess(), Finess::parse, true);
    Finess juridique = read("/finessJuridique", declared.finessJuridique(), Finess::parse, true);
    Siret siret = read("/siret", declared.siret(), Siret::parse, false);
    String name = text("/name", declared.name());
    if (name == null) {
      add("/name", REQUIRED);
    }
    if (declared.managerKind() == null) {
      add("/managerKind", REQUIRED);
    }
    CommuneCode commune = read("/communeCode", declared.communeCode(), CommuneCode::new, true);
    Location location = commune == null ? null : communes.locate(commune).orElse(null);
    if (commune != null && location == null) {
      add("/communeCode", COMMUNE_UNKNOWN);
    }
    String managerName = text("/managerName", declared.managerName());
    String address = text("/address", declared.address());
    String director = text("/director", declared.director());
    String medecinChef = text("/medecinChef", declared.medecinChef());
    String phone = text("/phone", declared.phone());
    if (phone != null && !PHONE.matcher(phone).matches()) {
      add("/phone", PHONE_INVALID);
    }
    checkSpecialties(declared.specialties());
    Map<String, Long> rooms = declared.rooms() == null ? Map.of() : declared.rooms();
    checkRooms(rooms);
    checkNumber("/dentalChairs", declared.dentalChairs());
    if (declared.openedOn() != null
        && declared.closedOn() != null
        && declared.closedOn().isBefore(declared.openedOn())) {
      add("/closedOn", CLOSES_BEFORE_OPENING);
    }
    warnOfFiness(finess, juridique, location);
    if (!errors.isEmpty()) {
      return new Outcome(null, List.copyOf(errors), List.copyOf(warnings));
    }
    Centre centre =
        new Centre(
            Objects.requireNonNull(finess),
            Objects.requireNonNull(juridique),
            siret,
            Objects.requireNonNull(name),
            Objects.requireNonNull(declared.managerKind()),
            managerName,
            Objects.requireNonNull(location),
            address,
            director,
            medecinChef,
            phone,
            Objects.requireNonNull(declared.specialties()),
            rooms,
            declared.dentalChairs(),
            declared.imaging(),
            declared.laboratory(),
            declared.dentalCare(),
            declared.priorityUrbanZone(),
            declared.openedOn(),
            declared.closedOn());
    return new Outcome(centre, List.of(), List.copyOf(warnings));
  }

  private void add(String pointer, String code) {
    errors.add(new FieldError(pointer, code));
  }

  private <T> @Nullable T read(
      String pointer, @Nullable String text, Function<String, T> parse, boolean required) {
    if (text == null || text.isBlank()) {
      if (required) {
        add(pointer, REQUIRED);
      }
      return null;
    }
    try {
      return parse.apply(text);
    } catch (InvalidValueException invalid) {
      add(pointer, invalid.code());
      return null;
    }
  }

  private @Nullable String text(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST_TEXT) {
      add(pointer, TOO_LONG);
    }
    return text.strip();
  }

  private void checkSpecialties(@Nullable List<String> specialties) {
    if (specialties == null || specialties.isEmpty()) {
      add("/specialties", REQUIRED);
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < specialties.size(); i++) {
      String specialty = specialties.get(i);
      if (specialty == null) {
        add("/specialties/" + i, REQUIRED);
      } else if (!knownSpecialties.contains(specialty)) {
        add("/specialties/" + i, UNKNOWN_SPECIALTY);
      } else if (!seen.add(specialty)) {
        add("/specialties/" + i, DUPLICATE_SPECIALTY);
      }
    }
  }

  private void checkRooms(Map<String, Long> rooms) {
    rooms.forEach((key, number) -> {
      boolean known = key.equals(Centre.MULTI_DISCIPLINE) || knownSpecialties.contains(key);
      // A key that is not ours is text of the caller's: it is pointed at as the whole object.
      String pointer = known ? "/rooms/" + key : "/rooms";
      if (!known) {
        add(pointer, UNKNOWN_SPECIALTY);
      } else if (number == null) {
        add(pointer, REQUIRED);
      } else {
        checkNumber(pointer, number);
      }
    });
  }

  private void checkNumber(String pointer, @Nullable Long number) {
    if (number != null && number < 0) {
      add(pointer, NEGATIVE);
    } else if (number != null && number > MOST_ROOMS) {
      add(pointer, TOO_LARGE);
    }
  }

  private void warnOfFiness(
      @Nullable Finess finess, @Nullable Finess juridique, @Nullable Location location) {
    if (finess != null && !finess.luhnHolds()) {
      warnings.add(new FieldError("/finess", FINESS_CHECK_DIGIT));
    }
    if (juridique != null && !juridique.luhnHolds()) {
      warnings.add(new FieldError("/finessJuridique", FINESS_CHECK_DIGIT));
    }
    if (finess != null && location != null && !isNumberedIn(finess, location.departement())) {
      warnings.add(new FieldError("/communeCode", FINESS_DEPARTEMENT_DIFFERS));
    }
  }

  /** FINESS numbers Mayotte 98 while INSEE says 976; elsewhere the first two characters agree. */
  private static boolean isNumberedIn(Finess finess, String departement) {
    String prefix = finess.departementPrefix();
    return departement.startsWith(prefix) || (departement.equals("976") && prefix.equals("98"));
  }
}
