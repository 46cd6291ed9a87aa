package fr.cadran.e2e;

import static fr.cadran.e2e.RunningPlatform.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A body that is nothing but 100,000 levels: refused by whoever reads it, and the next call
 * answered.
 */
class DeepJsonE2E {
  private static final int LEVELS = 100_000;

  static Stream<Arguments> readers() {
    return Stream.of("{\"a\":", "[")
        .flatMap(step ->
            Stream.of(
                Arguments.of("centre-demo", "/v1/centres/930012345/mandats", step),
                Arguments.of("ars-93", "/v1/gain-calculations/NON_VENUE", step),
                Arguments.of("cpts-demo", "/v1/contract-simulations", step)));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void no_parser_of_the_platform_is_brought_down_by_depth(
      String account, String path, String step) {
    String deep = step.repeat(LEVELS);

    String answer =
        as(account).body(deep).post(path).then().statusCode(400).extract().body().asString();

    assertThat(answer).contains("\"code\"").hasSizeLessThan(2_000);
    as(account).get("/v1/leviers").then().statusCode(200);
  }
}
