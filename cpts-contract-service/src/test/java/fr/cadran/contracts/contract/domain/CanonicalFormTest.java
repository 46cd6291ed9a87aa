package fr.cadran.contracts.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
  @Test
  void names_are_sorted_decimals_exact_and_nothing_is_blank() {
    assertThat(
            CanonicalForm.of(
                    Map.of(
                        "b", List.of(1, true, Party.ARS),
                        "a", new BigDecimal("15.00"),
                        "é", LocalDate.of(2022, 3, 1),
                        "aa", Rational.of(1, 8),
                        "c", Euros.of("9000.50"),
                        "z", Map.of(),
                        "d", List.of(),
                        "e", new BigDecimal("0.00"),
                        "f", new BigDecimal("1E+3"),
                        "g", "l'\"été\"\\\n"))
                .text())
        .isEqualTo(
            "{\"a\":15,\"aa\":0.125,\"b\":[1,true,\"ARS\"],\"c\":9000.5,\"d\":[],\"e\":0,"
                + "\"f\":1000,\"g\":\"l'\\\"été\\\"\\\\\\u000a\",\"z\":{},\"é\":\"2022-03-01\"}");
  }

  @Test
  void the_hash_is_the_sha_256_of_the_utf_8_bytes() {
    // printf '{"a":"é"}' | sha256sum
    assertThat(CanonicalForm.of(Map.of("a", "é")).hash()).isEqualTo(ofAnotherHand());
  }

  private static String ofAnotherHand() {
    return "b3a092a6af48807fa9482b2ee140105575daa26d5b24b3c0e60a7e2dee6683b1";
  }

  @Test
  void the_text_of_a_contract_says_everything_that_is_signed() {
    assertThat(Sample.draft().canonical().text())
        .isEqualTo(
            "{\"communes\":[\"93027\"],\"cpts\":\"5ecad2a0-0000-4000-8000-000000000093\","
                + "\"document\":\"ACI_CONTRACT\",\"fundingTable\":\"ACI-2019\","
                + "\"fundingTableVersion\":1,\"missions\":[{\"mission\":\"ACCES_SOINS\","
                + "\"snpCompensation\":false,\"snpOrientation\":false}],\"population\":46000,"
                + "\"signedOn\":\"2022-03-01\",\"size\":2}");
  }

  @Test
  void differences_name_missions_and_indicators_by_their_codes() {
    Map<String, Object> before =
        Map.of("size", 2, "missions", List.of(Map.of("mission", Party.ARS, "weight", 1)));
    Map<String, Object> after =
        Map.of("size", 2, "missions", List.of(Map.of("mission", Party.ARS, "weight", 2, "x", "y")));
    assertThat(TermsDifference.between(before, after))
        .containsExactly(
            new TermsDifference("/missions/ARS/weight", "1", "2"),
            new TermsDifference("/missions/ARS/x", null, "y"));
  }
}
