package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningSlot;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Vacation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field that two contents of the same quarter give differently.
 *
 * @param path the field, for example {@code patients.passages} or {@code activity[DENTAIRE].acts}
 * @param before what the first says, null when it says nothing
 * @param after what the second says, null when it says nothing
 */
public record ContentDifference(String path, @Nullable Object before, @Nullable Object after) {

  /** Every field that differs, in the order of the grid. Numbers are compared by value. */
  public static List<ContentDifference> between(QuarterlyContent before, QuarterlyContent after) {
    Map<String, Object> first = fields(before);
    Map<String, Object> second = fields(after);
    Set<String> paths = new LinkedHashSet<>(first.keySet());
    paths.addAll(second.keySet());
    return paths.stream()
        .filter(path -> differ(first.get(path), second.get(path)))
        .map(path -> new ContentDifference(path, first.get(path), second.get(path)))
        .toList();
  }

  private static boolean differ(@Nullable Object before, @Nullable Object after) {
    if (before instanceof BigDecimal one && after instanceof BigDecimal other) {
      return one.compareTo(other) != 0;
    }
    return before == null ? after != null : !before.equals(after);
  }

  private static Map<String, Object> fields(QuarterlyContent content) {
    Map<String, Object> fields = new LinkedHashMap<>();
    content
        .openingDays()
        .forEach((name, day) -> {
          put(fields, "openingHours." + name + ".morning", day.morning());
          put(fields, "openingHours." + name + ".afternoon", day.afternoon());
        });
    // A row without a single figure still says that the specialty or the practitioner is there.
    content
        .activityRows()
        .forEach(row -> {
          String at = "activity[" + row.specialty() + "].";
          put(fields, at + "specialty", row.specialty());
          List<Vacation> vacations = row.vacations() == null ? List.of() : row.vacations();
          vacations.forEach(vacation ->
              put(
                  fields,
                  at + "vacations[" + vacation.practitioner() + "].practitioner",
                  vacation.practitioner()));
        });
    content
        .practitionerRows()
        .forEach(row ->
            put(
                fields,
                "serviceData.practitioners[" + row.practitioner() + "].practitioner",
                row.practitioner()));
    Figures.byPath(content).forEach((path, figure) -> put(fields, path, figure.value()));
    if (content.finance() != null && content.finance().purchases() != null) {
      put(fields, "finance.purchases.basis", content.finance().purchases().basis());
    }
    if (content.finance() != null && content.finance().sampling() != null) {
      put(fields, "finance.sampling.basis", content.finance().sampling().basis());
    }
    return fields;
  }

  private static void put(Map<String, Object> fields, String path, @Nullable Object value) {
    if (value instanceof OpeningSlot slot) {
      fields.put(path, slot.start() + "–" + slot.end());
    } else if (value instanceof Enum<?> constant) {
      fields.put(path, constant.name());
    } else if (value != null) {
      fields.put(path, value);
    }
  }
}
