package fr.cadran.kit.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trace shows a decimal where one exists, however long, and a fraction where none does. */
class RationalTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "12, 1, 12",
    "3, 4, 0.75",
    "-1, 2, -0.5",
    "1, 40, 0.025",
    "7, 5, 1.4",
    "2, 3, 2/3",
    "1, 512, 0.001953125",
    "1, 1000000000, 0.000000001",
    "1, 1024, 0.0009765625",
    "-3, 1953125, -0.000001536",
    "3, 48828125, 0.00000006144",
    "4294967295, 2, 2147483647.5",
    "4294967296, 5, 858993459.2",
    "1, 4294967296, 0.00000000023283064365386962890625",
    "-2, 3, -2/3",
    "7, 30, 7/30",
    "1, 1267650600228229401496703205376,"
        + " 0.0000000000000000000000000000007888609052210118054117285652827862296732064351090230047702789306640625",
    "10000000000000000000000001, 5, 2000000000000000000000000.2",
    "10000000000000000000000001, 20, 500000000000000000000000.05",
    "10000000000000000000000001, 3, 10000000000000000000000001/3",
    "1, 30000000000000000000000000, 1/30000000000000000000000000",
    "3, 12500000000000000000000000, 0.00000000000000000000000024",
    "20000000000000000000000000, 1, 20000000000000000000000000"
  })
  void exact_figures_are_shown_in_full(String numerator, String denominator, String text) {
    assertThat(Rational.of(new BigInteger(numerator), new BigInteger(denominator)).toText())
        .isEqualTo(text);
  }
}
