package fr.cadran.centres;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.centres.centre.domain.CentreRules;
import fr.cadran.centres.coordination.domain.ApplicationRules;
import fr.cadran.centres.coordination.domain.CommitmentRules;
import fr.cadran.centres.coordination.domain.MembershipRules;
import fr.cadran.centres.mandat.domain.MandatRules;
import fr.cadran.centres.programme.domain.ProgrammeRules;
import fr.cadran.centres.quarterlydata.domain.FieldCodes;
import fr.cadran.centres.quarterlydata.domain.SubmissionCheck;
import fr.cadran.centres.quarterlydata.rest.FileCodes;
import fr.cadran.centres.quarterwindow.domain.WindowRules;
import fr.cadran.centres.rule.application.CentresProblem;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTextsTest {
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  static Stream<String> codes() {
    return Stream.of(
            Stream.of(
                    FieldCodes.class,
                    CentreRules.class,
                    MandatRules.class,
                    ProgrammeRules.class,
                    WindowRules.class,
                    MembershipRules.class,
                    FileCodes.class,
                    CommitmentRules.class,
                    ApplicationRules.class)
                .flatMap(ProblemTextsTest::constants),
            Arrays.stream(SubmissionCheck.values()).map(Enum::name),
            Arrays.stream(CentresProblem.values()).map(Enum::name),
            Stream.of(
                "OUTSIDE_TERRITORY",
                "FINESS_DIFFERS",
                "UNKNOWN_ACKNOWLEDGEMENT",
                "REGION_OUTSIDE_TERRITORY",
                "CENTRE_UNKNOWN",
                "CENTRE_OUTSIDE_REGION",
                "MERGES_INTO_ITSELF",
                "SUCCESSOR_CLOSED",
                "MERGED_STAYS_CLOSED",
                "NOT_UTF8",
                "DELIMITER_NOT_SEMICOLON",
                "UNKNOWN_COLUMN",
                "MISSING_COLUMN",
                "FILE_CUT",
                "EMPTY_FILE",
                "WRONG_CELL_COUNT",
                "DUPLICATE_ROW",
                "DATE_INVALID",
                "BOOLEAN_INVALID",
                "MANAGER_KIND_UNKNOWN",
                "ROOMS_INVALID"))
        .flatMap(codes -> codes)
        .distinct();
  }

  private static Stream<String> constants(Class<?> rules) {
    return Arrays.stream(rules.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .filter(field -> field.getType() == String.class)
        .map(ProblemTextsTest::value);
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(hidden);
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void every_code_says_what_is_wrong_in_both_languages(String code) {
    for (Locale locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
      assertThat(Stream.of("centres", "common").map(family -> text(family, code, locale)))
          .as(code + " in " + locale)
          .anyMatch(found -> found);
    }
  }

  private static boolean text(String family, String code, Locale locale) {
    ResourceBundle bundle = ResourceBundle.getBundle("problems/" + family, locale, EXACT);
    return bundle.keySet().contains(code + ".detail")
        && bundle.getLocale().equals(locale.equals(Locale.ENGLISH) ? Locale.ENGLISH : Locale.ROOT);
  }
}
