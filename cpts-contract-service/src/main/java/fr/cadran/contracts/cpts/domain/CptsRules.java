package fr.cadran.contracts.cpts.domain;

import fr.cadran.kit.type.CommuneCode;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.InvalidValueException;
import fr.cadran.kit.type.Siret;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes a declared CPTS acceptable. All errors are given at once; warnings refuse nothing. */
public final class CptsRules {
  public static final String REQUIRED = "REQUIRED";
  public static final String TOO_LONG = "TOO_LONG";
  public static final String COMMUNE_UNKNOWN = "COMMUNE_UNKNOWN";
  public static final String CAISSE_INVALID = "CAISSE_INVALID";

  /** Warning: the number of the caisse is of another département than the seat. */
  public static final String CAISSE_DEPARTEMENT_DIFFERS = "CAISSE_DEPARTEMENT_DIFFERS";

  private static final int LONGEST_TEXT = 250;
  private static final Pattern CAISSE = Pattern.compile("[0-9]{3}");

  /**
   * What became of a declaration.
   *
   * @param entry null when there are errors
   * @param errors what refuses it
   * @param warnings what the declarer should look at again
   */
  public record Outcome(
      @Nullable CptsEntry entry, List<FieldError> errors, List<FieldError> warnings) {}

  private final Communes communes;
  private final List<FieldError> errors = new ArrayList<>();
  private final List<FieldError> warnings = new ArrayList<>();

  private CptsRules(Communes communes) {
    this.communes = communes;
  }

  /** The entry that a declaration makes, or what is wrong with it. */
  public static Outcome apply(CptsDeclaration declared, Communes communes) {
    return new CptsRules(communes).check(declared);
  }

  /**
   * The caisse that answers for a département unless another is given: its first CPAM, 931 for 93;
   * 201 and 202 in Corsica; overseas the caisse générale, which carries the number of the
   * département.
   */
  public static String usualCaisse(String departement) {
    return switch (departement) {
      case "2A" -> "201";
      case "2B" -> "202";
      default -> departement.length() == 3 ? departement : departement + "1";
    };
  }

  private Outcome check(CptsDeclaration declared) {
    String name = text("/name", declared.name());
    if (name == null) {
      add("/name", REQUIRED);
    }
    String legalForm = text("/legalForm", declared.legalForm());
    Siret siret = read("/siret", declared.siret(), Siret::parse, false);
    Seat seat = seat(read("/seatCommune", declared.seatCommune(), CommuneCode::new, true));
    String caisse = caisse(declared.caisse(), seat);
    if (!errors.isEmpty()) {
      return new Outcome(null, List.copyOf(errors), List.copyOf(warnings));
    }
    return new Outcome(
        new CptsEntry(
            Objects.requireNonNull(name),
            legalForm,
            siret,
            Objects.requireNonNull(caisse),
            Objects.requireNonNull(seat)),
        List.of(),
        List.copyOf(warnings));
  }

  private @Nullable Seat seat(@Nullable CommuneCode code) {
    if (code == null) {
      return null;
    }
    KnownCommune commune = communes.find(code).orElse(null);
    if (commune == null) {
      add("/seatCommune", COMMUNE_UNKNOWN);
      return null;
    }
    return new Seat(code, commune.name(), commune.departement(), commune.region());
  }

  private @Nullable String caisse(@Nullable String declared, @Nullable Seat seat) {
    if (declared == null || declared.isBlank()) {
      return seat == null ? null : usualCaisse(seat.departement());
    }
    if (!CAISSE.matcher(declared).matches()) {
      add("/caisse", CAISSE_INVALID);
      return null;
    }
    String start =
        seat == null ? "" : usualCaisse(seat.departement()).substring(0, overseas(seat) ? 3 : 2);
    if (!declared.startsWith(start)) {
      warnings.add(new FieldError("/caisse", CAISSE_DEPARTEMENT_DIFFERS));
    }
    return declared;
  }

  private static boolean overseas(Seat seat) {
    return seat.departement().length() == 3;
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

  private void add(String pointer, String code) {
    errors.add(new FieldError(pointer, code));
  }
}
