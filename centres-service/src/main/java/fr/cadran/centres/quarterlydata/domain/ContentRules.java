package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.ActivityRow;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningDay;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningSlot;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.PractitionerActivity;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.Vacation;
import fr.cadran.kit.type.FieldError;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a content must satisfy to be stored, even as a draft: each field on its own is possible.
 * What fields say together is left to {@link SubmissionCheck}. All errors are given at once.
 */
public final class ContentRules {
  /** More rows than specialties can ever be, so that no body makes the checks slow. */
  private static final int MOST_ROWS = 200;

  private static final Pattern PRACTITIONER = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final Pattern TIME = Pattern.compile("(?:[01]\\d|2[0-3]):[0-5]\\d");

  private final Set<String> knownSpecialties;
  private final List<FieldError> errors = new ArrayList<>();

  private ContentRules(Set<String> knownSpecialties) {
    this.knownSpecialties = knownSpecialties;
  }

  /**
   * What makes a content unacceptable, nothing when it may be stored.
   *
   * @param knownSpecialties codes of the list of specialties
   */
  public static List<FieldError> errorsOf(QuarterlyContent content, Set<String> knownSpecialties) {
    ContentRules rules = new ContentRules(knownSpecialties);
    for (Figure figure : Figures.of(content)) {
      figure.kind().refusalOf(figure.value()).ifPresent(code -> rules.add(figure.pointer(), code));
    }
    rules.checkActivity(content.activityRows());
    rules.checkPractitioners(content.practitionerRows());
    content.openingDays().forEach((name, day) -> rules.checkDay("/openingHours/" + name, day));
    return List.copyOf(rules.errors);
  }

  private void add(String pointer, String code) {
    errors.add(new FieldError(pointer, code));
  }

  private void checkActivity(List<ActivityRow> rows) {
    if (rows.size() > MOST_ROWS) {
      add("/activity", FieldCodes.TOO_MANY_ROWS);
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      String at = "/activity/" + i;
      ActivityRow row = rows.get(i);
      if (row == null) {
        add(at, FieldCodes.REQUIRED);
        continue;
      }
      String specialty = row.specialty();
      if (specialty == null) {
        add(at + "/specialty", FieldCodes.REQUIRED);
      } else if (!knownSpecialties.contains(specialty)) {
        add(at + "/specialty", FieldCodes.UNKNOWN_SPECIALTY);
      } else if (!seen.add(specialty)) {
        add(at + "/specialty", FieldCodes.DUPLICATE_SPECIALTY);
      }
      if (row.vacations() != null) {
        checkVacations(at + "/vacations", row.vacations());
      }
    }
  }

  private void checkVacations(String at, List<Vacation> vacations) {
    if (vacations.size() > MOST_ROWS) {
      add(at, FieldCodes.TOO_MANY_ROWS);
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < vacations.size(); i++) {
      Vacation vacation = vacations.get(i);
      if (vacation == null) {
        add(at + "/" + i, FieldCodes.REQUIRED);
        continue;
      }
      checkPractitioner(at + "/" + i + "/practitioner", vacation.practitioner(), seen);
    }
  }

  private void checkPractitioners(List<PractitionerActivity> rows) {
    String at = "/serviceData/practitioners";
    if (rows.size() > MOST_ROWS) {
      add(at, FieldCodes.TOO_MANY_ROWS);
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      PractitionerActivity row = rows.get(i);
      if (row == null) {
        add(at + "/" + i, FieldCodes.REQUIRED);
        continue;
      }
      checkPractitioner(at + "/" + i + "/practitioner", row.practitioner(), seen);
    }
  }

  private void checkPractitioner(String pointer, @Nullable String practitioner, Set<String> seen) {
    if (practitioner == null) {
      add(pointer, FieldCodes.REQUIRED);
    } else if (!PRACTITIONER.matcher(practitioner).matches()) {
      add(pointer, FieldCodes.PRACTITIONER_ID_INVALID);
    } else if (!seen.add(practitioner)) {
      add(pointer, FieldCodes.DUPLICATE_PRACTITIONER);
    }
  }

  private void checkDay(String at, OpeningDay day) {
    checkSlot(at + "/morning", day.morning());
    checkSlot(at + "/afternoon", day.afternoon());
  }

  private void checkSlot(String at, @Nullable OpeningSlot slot) {
    if (slot == null) {
      return;
    }
    boolean startIsTime = isTime(at + "/start", slot.start());
    boolean endIsTime = isTime(at + "/end", slot.end());
    if (!startIsTime || !endIsTime || slot.start() == null || slot.end() == null) {
      return;
    }
    LocalTime start = LocalTime.parse(slot.start());
    LocalTime end = LocalTime.parse(slot.end());
    boolean closed = start.equals(LocalTime.MIDNIGHT) && end.equals(LocalTime.MIDNIGHT);
    if (!closed && !end.isAfter(start)) {
      add(at + "/end", FieldCodes.CLOSES_BEFORE_OPENING);
    }
  }

  private boolean isTime(String pointer, @Nullable String text) {
    if (text == null) {
      add(pointer, FieldCodes.OPENING_HOURS_INCOMPLETE);
      return false;
    }
    if (!TIME.matcher(text).matches()) {
      add(pointer, FieldCodes.TIME_INVALID);
      return false;
    }
    return true;
  }
}
