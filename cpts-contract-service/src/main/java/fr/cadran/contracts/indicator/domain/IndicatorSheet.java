package fr.cadran.contracts.indicator.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parties wrote about an indicator when they negotiated it. Nothing here changes money;
 * what is missing is a warning (quality check of seed 003).
 *
 * @param definition what is counted
 * @param calculation how, in words or as a formula
 * @param unit of the value
 * @param dataSource where the figure comes from, for example {@code SNDS}
 * @param suppliedBy who supplies it
 * @param evidence what proof the contract asks for at the dialogue
 * @param roomForProgress why it can still move
 * @param attainable why the target can be reached
 * @param action the action of the projet de santé that it follows
 */
public record IndicatorSheet(
    @Nullable String definition,
    @Nullable String calculation,
    @Nullable String unit,
    @Nullable String dataSource,
    @Nullable String suppliedBy,
    @Nullable String evidence,
    @Nullable String roomForProgress,
    @Nullable String attainable,
    @Nullable String action) {
  public static final IndicatorSheet BLANK =
      new IndicatorSheet(null, null, null, null, null, null, null, null, null);

  /** Codes of the quality questions that nobody answered, in the order of seed 003. */
  public List<String> unanswered() {
    List<String> codes = new ArrayList<>();
    missing(codes, roomForProgress, "ROOM_FOR_PROGRESS_NOT_SHOWN");
    missing(codes, attainable, "ATTAINABLE_NOT_SHOWN");
    missing(codes, calculation, "CALCULATION_NOT_GIVEN");
    missing(codes, dataSource, "SOURCE_NOT_GIVEN");
    missing(codes, suppliedBy, "SUPPLIER_NOT_GIVEN");
    missing(codes, action, "ACTION_NOT_GIVEN");
    return codes;
  }

  private static void missing(List<String> codes, @Nullable String answer, String code) {
    if (answer == null || answer.isBlank()) {
      codes.add(code);
    }
  }
}
