package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.ActivityRow;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningSlot;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.PractitionerActivity;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Vacation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A content as files show it: what stands in each field of each row. Texts and {@link
 * java.math.BigDecimal}; what is not there is unknown.
 */
public final class FormRows {
  private final QuarterlyContent content;
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** The rows of a content that {@link ContentRules} accepts. */
  public FormRows(QuarterlyContent content) {
    this.content = content;
    content
        .openingDays()
        .forEach((name, day) -> {
          put("openingHours." + name + ".morning", day.morning());
          put("openingHours." + name + ".afternoon", day.afternoon());
        });
    Figures.of(content).forEach(figure -> values.put(figure.path(), figure.value()));
    if (content.finance() != null
        && content.finance().purchases() != null
        && content.finance().purchases().basis() != null) {
      values.put("finance.purchases.basis", content.finance().purchases().basis().name());
    }
    if (content.finance() != null
        && content.finance().sampling() != null
        && content.finance().sampling().basis() != null) {
      values.put("finance.sampling.basis", content.finance().sampling().basis().name());
    }
  }

  private void put(String path, @Nullable OpeningSlot slot) {
    if (slot != null && slot.start() != null && slot.end() != null) {
      values.put(path + ".start", slot.start());
      values.put(path + ".end", slot.end());
    }
  }

  /**
   * A row of a sheet.
   *
   * @param path what the codes of the fields are put behind, empty for a field on its own
   * @param pointer the same as a JSON pointer
   * @param keys what the row is about, by the code of the field that says so
   */
  public record Row(String path, String pointer, Map<String, String> keys) {
    static final Row WHOLE = new Row("", "", Map.of());

    /** JSON pointer of a field of the row. */
    public String pointer(FormField field) {
      return pointer + "/" + field.code().replace('.', '/');
    }

    /** Path of a field of the row. */
    public String path(FormField field) {
      return path + field.code();
    }
  }

  /** The rows of a sheet; one for the whole sheet when it has a field a line. */
  public List<Row> rows(FormSheet.Layout layout) {
    return switch (layout) {
      case FIELDS -> List.of(Row.WHOLE);
      case ACTIVITY -> activity();
      case VACATIONS -> vacations();
      case PRACTITIONERS -> practitioners();
    };
  }

  /** What stands in a field of a row, null when it is unknown. */
  public @Nullable Object value(Row row, FormField field) {
    String key = row.keys().get(field.code());
    return key == null ? values.get(row.path(field)) : key;
  }

  private List<Row> activity() {
    List<Row> rows = new ArrayList<>();
    List<ActivityRow> activity = content.activityRows();
    for (int i = 0; i < activity.size(); i++) {
      String specialty = activity.get(i).specialty();
      if (specialty != null) {
        rows.add(
            new Row(
                "activity[" + specialty + "].", "/activity/" + i, Map.of("specialty", specialty)));
      }
    }
    return rows;
  }

  private List<Row> vacations() {
    List<Row> rows = new ArrayList<>();
    List<ActivityRow> activity = content.activityRows();
    for (int i = 0; i < activity.size(); i++) {
      String specialty = activity.get(i).specialty();
      List<Vacation> vacations = activity.get(i).vacations();
      for (int j = 0; vacations != null && j < vacations.size(); j++) {
        String practitioner = vacations.get(j).practitioner();
        if (specialty != null && practitioner != null) {
          rows.add(
              new Row(
                  "activity[" + specialty + "].vacations[" + practitioner + "].",
                  "/activity/" + i + "/vacations/" + j,
                  Map.of("specialty", specialty, "practitioner", practitioner)));
        }
      }
    }
    return rows;
  }

  private List<Row> practitioners() {
    List<Row> rows = new ArrayList<>();
    List<PractitionerActivity> all = content.practitionerRows();
    for (int i = 0; i < all.size(); i++) {
      String practitioner = all.get(i).practitioner();
      if (practitioner != null) {
        rows.add(
            new Row(
                "serviceData.practitioners[" + practitioner + "].",
                "/serviceData/practitioners/" + i,
                Map.of("practitioner", practitioner)));
      }
    }
    return rows;
  }
}
