package fr.cadran.contracts.fundingtable.domain;

import fr.cadran.kit.type.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a draft must satisfy to be published: it is complete, and the tables in force follow each
 * other without a gap or an overlap (cpts.md §3).
 */
public final class PublicationRules {
  public static final String EMPTY_TABLE = "EMPTY_TABLE";
  public static final String PARAMETER_MISSING = "PARAMETER_MISSING";
  public static final String GAP_IN_TIME = "GAP_IN_TIME";
  public static final String OVERLAP_IN_TIME = "OVERLAP_IN_TIME";

  /** Bounds that do not rise: every population could not be told its size. */
  public static final String SIZES_OUT_OF_ORDER = "SIZES_OUT_OF_ORDER";

  private PublicationRules() {}

  /**
   * What refuses the publication, nothing when it may take place.
   *
   * @param draft to be published
   * @param published the latest published version of every table; that of the same code is replaced
   */
  public static List<FieldError> errorsOf(
      FundingTableVersion draft, Collection<FundingTableVersion> published) {
    List<FieldError> errors = new ArrayList<>();
    if (draft.content().amounts().isEmpty()) {
      errors.add(new FieldError("/amounts", EMPTY_TABLE));
    }
    Set<RuleName> missing = EnumSet.allOf(RuleName.class);
    draft.content().parameters().forEach(parameter -> missing.remove(parameter.name()));
    missing.forEach(
        name -> errors.add(new FieldError("/parameters/" + name.token(), PARAMETER_MISSING)));
    if (missing.isEmpty()) {
      RuleParameters parameters = new RuleParameters(draft.content().parameters());
      if (parameters.count(RuleName.SIZE_1_BELOW) > parameters.count(RuleName.SIZE_2_UP_TO)
          || parameters.count(RuleName.SIZE_2_UP_TO) >= parameters.count(RuleName.SIZE_3_UP_TO)) {
        errors.add(new FieldError("/parameters", SIZES_OUT_OF_ORDER));
      }
    }
    errors.addAll(inTime(draft, published));
    return errors;
  }

  private static List<FieldError> inTime(
      FundingTableVersion draft, Collection<FundingTableVersion> published) {
    List<FundingTableVersion> line =
        Stream.concat(
                published.stream().filter(table -> !table.code().equals(draft.code())),
                Stream.of(draft))
            .sorted(Comparator.comparing(table -> table.content().validFrom()))
            .collect(Collectors.toCollection(ArrayList::new));
    List<FieldError> errors = new ArrayList<>();
    for (int i = 1; i < line.size(); i++) {
      LocalDate until = line.get(i - 1).content().validUntil();
      LocalDate from = line.get(i).content().validFrom();
      boolean laterIsDraft = line.get(i).code().equals(draft.code());
      String pointer = laterIsDraft ? "/validFrom" : "/validUntil";
      if (until == null || until.isAfter(from)) {
        errors.add(new FieldError(pointer, OVERLAP_IN_TIME));
      } else if (until.isBefore(from)) {
        errors.add(new FieldError(pointer, GAP_IN_TIME));
      }
    }
    return errors;
  }
}
