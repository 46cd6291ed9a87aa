package fr.cadran.centres.centre.application;

import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.centre.domain.CentreDeclaration;
import fr.cadran.centres.centre.domain.CentreRules;
import fr.cadran.centres.centre.domain.ManagerKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a declaration from the cells of a row. A column that the file does not have leaves what the
 * registry says; an empty cell says that something is not known.
 */
final class CentreCells {
  private static final String DATE_INVALID = "DATE_INVALID";
  private static final String BOOLEAN_INVALID = "BOOLEAN_INVALID";
  private static final String MANAGER_KIND_UNKNOWN = "MANAGER_KIND_UNKNOWN";
  private static final String ROOMS_INVALID = "ROOMS_INVALID";
  private static final String NOT_AN_INTEGER = "NOT_AN_INTEGER";

  private static final Set<String> YES = Set.of("true", "oui", "vrai", "1");
  private static final Set<String> NO = Set.of("false", "non", "faux", "0");
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

  /** As spreadsheets in French rewrite an ISO date. */
  private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private final Map<String, String> cells;
  private final @Nullable Centre known;
  private final List<ImportedRow.CellError> errors;

  private CentreCells(
      Map<String, String> cells, @Nullable Centre known, List<ImportedRow.CellError> errors) {
    this.cells = cells;
    this.known = known;
    this.errors = errors;
  }

  CentreCells(Map<String, String> cells) {
    this(cells, null, new ArrayList<>());
  }

  /** The same over what the registry says, which holds where the file has no column. */
  CentreCells over(@Nullable Centre said) {
    return new CentreCells(cells, said, errors);
  }

  List<ImportedRow.CellError> errors() {
    return List.copyOf(errors);
  }

  /** The declaration; where a cell is refused it has nothing. */
  CentreDeclaration declaration() {
    return new CentreDeclaration(
        text("finess", centre -> centre.finess().value()),
        text("finessJuridique", centre -> centre.finessJuridique().value()),
        text(
            "siret",
            centre -> {
              var siret = centre.siret();
              return siret == null ? null : siret.value();
            }),
        text("name", Centre::name),
        of("managerKind", Centre::managerKind, CentreCells::managerKind, MANAGER_KIND_UNKNOWN),
        text("managerName", Centre::managerName),
        text("communeCode", centre -> centre.location().commune().value()),
        text("address", Centre::address),
        text("director", Centre::director),
        text("medecinChef", Centre::medecinChef),
        text("phone", Centre::phone),
        of("specialties", Centre::specialties, CentreCells::specialties, ROOMS_INVALID),
        of("rooms", Centre::rooms, CentreCells::rooms, ROOMS_INVALID),
        of("dentalChairs", Centre::dentalChairs, CentreCells::integer, NOT_AN_INTEGER),
        of("imaging", Centre::imaging, CentreCells::truth, BOOLEAN_INVALID),
        of("laboratory", Centre::laboratory, CentreCells::truth, BOOLEAN_INVALID),
        of("dentalCare", Centre::dentalCare, CentreCells::truth, BOOLEAN_INVALID),
        of("priorityUrbanZone", Centre::priorityUrbanZone, CentreCells::truth, BOOLEAN_INVALID),
        of("openedOn", Centre::openedOn, CentreCells::day, DATE_INVALID),
        of("closedOn", Centre::closedOn, CentreCells::day, DATE_INVALID));
  }

  /** From which day the row holds, null when it does not say. */
  @Nullable LocalDate effectiveFrom() {
    return of("effectiveFrom", centre -> null, CentreCells::day, DATE_INVALID);
  }

  private @Nullable String text(String column, Function<Centre, @Nullable String> present) {
    return of(column, present, Optional::of, CentreRules.REQUIRED);
  }

  private <T> @Nullable T of(
      String column,
      Function<Centre, ? extends @Nullable T> present,
      Function<String, Optional<T>> read,
      String code) {
    String cell = cells.get(column);
    if (cell == null) {
      return known == null ? null : present.apply(known);
    }
    if (cell.isBlank()) {
      return null;
    }
    Optional<T> value = read.apply(cell.strip());
    if (value.isEmpty()) {
      errors.add(new ImportedRow.CellError(column, code));
    }
    return value.orElse(null);
  }

  private static Optional<ManagerKind> managerKind(String text) {
    return Arrays.stream(ManagerKind.values()).filter(kind -> kind.name().equals(text)).findFirst();
  }

  private static Optional<List<String>> specialties(String text) {
    return Optional.of(Arrays.stream(text.split("\\|", -1)).map(String::strip).toList());
  }

  private static Optional<Map<String, Long>> rooms(String text) {
    Map<String, Long> rooms = new LinkedHashMap<>();
    for (String part : text.split("\\|", -1)) {
      String[] pair = part.split("=", -1);
      Optional<Long> number = pair.length == 2 ? integer(pair[1].strip()) : Optional.empty();
      if (number.isEmpty() || rooms.put(pair[0].strip(), number.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(rooms);
  }

  private static Optional<Long> integer(String text) {
    return INTEGER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static Optional<Boolean> truth(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Optional.of(true);
    }
    return NO.contains(word) ? Optional.of(false) : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(
          Objects.requireNonNull(
              text.indexOf('/') < 0 ? LocalDate.parse(text) : LocalDate.parse(text, FRENCH)));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}
