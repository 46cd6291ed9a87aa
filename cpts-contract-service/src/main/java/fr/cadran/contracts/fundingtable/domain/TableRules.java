package fr.cadran.contracts.fundingtable.domain;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.FieldError;
import fr.cadran.kit.type.InvalidValueException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes a written version of a funding table acceptable. All errors are given at once. */
public final class TableRules {
  public static final String REQUIRED = "REQUIRED";
  public static final String TOO_LONG = "TOO_LONG";
  public static final String ENDS_BEFORE_IT_STARTS = "ENDS_BEFORE_IT_STARTS";
  public static final String TOO_MANY_ROWS = "TOO_MANY_ROWS";
  public static final String LINE_UNKNOWN = "LINE_UNKNOWN";
  public static final String VOLET_UNKNOWN = "VOLET_UNKNOWN";

  /** For example running costs under a mission. */
  public static final String VOLET_NOT_OF_LINE = "VOLET_NOT_OF_LINE";

  public static final String SIZE_UNKNOWN = "SIZE_UNKNOWN";
  public static final String AMOUNT_TWICE = "AMOUNT_TWICE";
  public static final String NEGATIVE = "NEGATIVE";
  public static final String VERIFICATION_UNKNOWN = "VERIFICATION_UNKNOWN";
  public static final String PARAMETER_UNKNOWN = "PARAMETER_UNKNOWN";
  public static final String PARAMETER_TWICE = "PARAMETER_TWICE";
  public static final String PARAMETER_VALUE_INVALID = "PARAMETER_VALUE_INVALID";

  private static final int LONGEST_TEXT = 500;
  private static final int SIZES = 4;
  private static final int MOST_AMOUNTS =
      FundingLine.values().length * Volet.values().length * SIZES;

  /**
   * What became of a written version.
   *
   * @param content null when there are errors
   * @param errors what refuses it
   */
  public record Outcome(@Nullable TableContent content, List<FieldError> errors) {}

  private final List<FieldError> errors = new ArrayList<>();

  private TableRules() {}

  /** The content that a declaration makes, or what is wrong with it. */
  public static Outcome apply(TableDeclaration declared) {
    return new TableRules().check(declared);
  }

  private Outcome check(TableDeclaration declared) {
    String label = text("/label", declared.label());
    String source = text("/source", declared.source());
    if (declared.validFrom() == null) {
      add("/validFrom", REQUIRED);
    } else if (declared.validUntil() != null
        && !declared.validUntil().isAfter(declared.validFrom())) {
      add("/validUntil", ENDS_BEFORE_IT_STARTS);
    }
    List<FundingAmount> amounts = amounts(declared.amounts());
    List<RuleParameter> parameters = parameters(declared.parameters());
    if (!errors.isEmpty()) {
      return new Outcome(null, List.copyOf(errors));
    }
    return new Outcome(
        new TableContent(
            Objects.requireNonNull(label),
            Objects.requireNonNull(declared.validFrom()),
            declared.validUntil(),
            Objects.requireNonNull(source),
            amounts,
            parameters),
        List.of());
  }

  private List<FundingAmount> amounts(@Nullable List<TableDeclaration.@Nullable Amount> declared) {
    if (declared == null) {
      add("/amounts", REQUIRED);
      return List.of();
    }
    if (declared.size() > MOST_AMOUNTS) {
      add("/amounts", TOO_MANY_ROWS);
      return List.of();
    }
    List<FundingAmount> amounts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < declared.size(); i++) {
      String at = "/amounts/" + i;
      TableDeclaration.Amount row = declared.get(i);
      if (row == null) {
        add(at, REQUIRED);
        continue;
      }
      FundingLine line = constant(at + "/line", row.line(), FundingLine.values(), LINE_UNKNOWN);
      Volet volet = constant(at + "/volet", row.volet(), Volet.values(), VOLET_UNKNOWN);
      if (line != null && volet != null && !isOf(volet, line)) {
        add(at + "/volet", VOLET_NOT_OF_LINE);
      }
      Integer size = size(at + "/size", row.size());
      Euros amount = euros(at + "/amount", row.amount());
      String source = text(at + "/source", row.source());
      Verification verification = verification(at + "/verification", row.verification());
      if (line == null
          || volet == null
          || size == null
          || amount == null
          || source == null
          || verification == null) {
        continue;
      }
      if (!seen.add(line + "." + volet + "." + size)) {
        add(at, AMOUNT_TWICE);
      }
      amounts.add(
          new FundingAmount(
              line,
              volet,
              size,
              amount,
              Boolean.TRUE.equals(row.earmarked()),
              source,
              verification));
    }
    return amounts;
  }

  /** Which volets a line is made of (cpts.md §3). */
  private static boolean isOf(Volet volet, FundingLine line) {
    return switch (volet) {
      case FONCTIONNEMENT -> line == FundingLine.FONCTIONNEMENT;
      case FIXE, VARIABLE -> line.isMission();
      case SNP_COMPENSATION, SNP_ORIENTATION -> line == FundingLine.ACCES_SOINS;
      case CRISE -> line == FundingLine.CRISE_SANITAIRE;
    };
  }

  private List<RuleParameter> parameters(
      @Nullable List<TableDeclaration.@Nullable Parameter> declared) {
    if (declared == null) {
      add("/parameters", REQUIRED);
      return List.of();
    }
    if (declared.size() > RuleName.values().length) {
      add("/parameters", TOO_MANY_ROWS);
      return List.of();
    }
    List<RuleParameter> parameters = new ArrayList<>();
    Set<RuleName> seen = EnumSet.noneOf(RuleName.class);
    for (int i = 0; i < declared.size(); i++) {
      String at = "/parameters/" + i;
      TableDeclaration.Parameter row = declared.get(i);
      if (row == null) {
        add(at, REQUIRED);
        continue;
      }
      Optional<RuleName> name =
          row.name() == null ? Optional.empty() : RuleName.ofToken(row.name());
      String value = text(at + "/value", row.value());
      String source = text(at + "/source", row.source());
      Verification verification = verification(at + "/verification", row.verification());
      if (name.isEmpty()) {
        add(at + "/name", row.name() == null ? REQUIRED : PARAMETER_UNKNOWN);
        continue;
      }
      if (!seen.add(name.get())) {
        add(at + "/name", PARAMETER_TWICE);
      }
      if (value != null && !name.get().accepts(value)) {
        add(at + "/value", PARAMETER_VALUE_INVALID);
      } else if (value != null && source != null && verification != null) {
        parameters.add(new RuleParameter(name.get(), value, source, verification));
      }
    }
    return parameters;
  }

  private <E extends Enum<E>> @Nullable E constant(
      String pointer, @Nullable String text, E[] values, String unknown) {
    if (text == null) {
      add(pointer, REQUIRED);
      return null;
    }
    Optional<E> found = Stream.of(values).filter(one -> one.name().equals(text)).findFirst();
    if (found.isEmpty()) {
      add(pointer, unknown);
    }
    return found.orElse(null);
  }

  private @Nullable Integer size(String pointer, @Nullable Integer size) {
    if (size == null) {
      add(pointer, REQUIRED);
      return null;
    }
    if (size < 1 || size > SIZES) {
      add(pointer, SIZE_UNKNOWN);
      return null;
    }
    return size;
  }

  private @Nullable Euros euros(String pointer, @Nullable BigDecimal amount) {
    if (amount == null) {
      add(pointer, REQUIRED);
      return null;
    }
    if (amount.signum() < 0) {
      add(pointer, NEGATIVE);
      return null;
    }
    try {
      return new Euros(amount);
    } catch (InvalidValueException invalid) {
      add(pointer, invalid.code());
      return null;
    }
  }

  private @Nullable Verification verification(String pointer, @Nullable String token) {
    if (token == null) {
      add(pointer, REQUIRED);
      return null;
    }
    // A hypothesis belongs to a simulation, never to a table.
    Optional<Verification> found =
        Verification.ofToken(token).filter(one -> one != Verification.HYPOTHESIS);
    if (found.isEmpty()) {
      add(pointer, VERIFICATION_UNKNOWN);
    }
    return found.orElse(null);
  }

  private @Nullable String text(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      add(pointer, REQUIRED);
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
