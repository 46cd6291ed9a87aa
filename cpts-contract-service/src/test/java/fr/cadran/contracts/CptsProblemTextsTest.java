package fr.cadran.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.contracts.cpts.application.CheckCpts;
import fr.cadran.contracts.cpts.application.CptsProblem;
import fr.cadran.contracts.cpts.application.GiveStartUpGrant;
import fr.cadran.contracts.cpts.application.MoveStage;
import fr.cadran.contracts.cpts.application.NamePartners;
import fr.cadran.contracts.cpts.application.RegisterCpts;
import fr.cadran.contracts.cpts.domain.CptsRules;
import fr.cadran.contracts.cpts.domain.TerritoryRules;
import fr.cadran.contracts.fundingtable.application.DraftFundingTable;
import fr.cadran.contracts.fundingtable.application.FundingTableProblem;
import fr.cadran.contracts.fundingtable.domain.PublicationRules;
import fr.cadran.contracts.fundingtable.domain.TableRules;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CptsProblemTextsTest {
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  static Stream<String> codes() {
    return Stream.of(
            Stream.of(
                    CptsRules.class,
                    TerritoryRules.class,
                    CheckCpts.class,
                    RegisterCpts.class,
                    MoveStage.class,
                    GiveStartUpGrant.class,
                    NamePartners.class,
                    DraftFundingTable.class,
                    TableRules.class,
                    PublicationRules.class)
                .flatMap(CptsProblemTextsTest::constants),
            Arrays.stream(CptsProblem.values()).map(Enum::name),
            Arrays.stream(FundingTableProblem.values()).map(Enum::name))
        .flatMap(codes -> codes)
        .distinct();
  }

  private static Stream<String> constants(Class<?> rules) {
    return Arrays.stream(rules.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .filter(field -> field.getType() == String.class)
        .map(CptsProblemTextsTest::value);
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
      assertThat(Stream.of("contracts", "common").map(family -> text(family, code, locale)))
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
