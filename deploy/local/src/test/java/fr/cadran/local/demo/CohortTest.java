package fr.cadran.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.local.demo.Cohort.Followed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The demo cohort against the figures of seed 000, §2.1, computed here from what centres declare.
 */
class CohortTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LAST = Cohort.QUARTERS.size() - 1;

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (Exception unreadable) {
      throw new AssertionError(text, unreadable);
    }
  }

  private static JsonNode declared(int centre, int quarter) {
    return read(Cohort.quarterlyData(centre, quarter));
  }

  private static double measure(Followed levier, int centre, int quarter) {
    JsonNode data = declared(centre, quarter);
    return switch (levier) {
      case NON_VENUE -> {
        double taken = data.at("/patients/appointments").asDouble();
        yield (taken
                - data.at("/patients/passages").asDouble()
                + data.at("/patients/withoutAppointment").asDouble())
            / taken;
      }
      case CODAGE -> sum(data, "ccamActs") / sum(data, "acts");
      case OCCUPATION -> sessions(data) / ((sum(data, "rooms") + 1) * 11);
      case IMAGERIE ->
          data.at("/finance/revenue/imagerie").asDouble()
              / data.at("/finance/charges/imagerie").asDouble();
      case DENTAIRE ->
          data.at("/finance/revenue/dentaire").asDouble()
              / data.at("/finance/charges/dentaire").asDouble();
      case IMPAYES -> {
        double unpaid = data.at("/finance/unpaidPatients").asDouble();
        double before =
            quarter % 4 == 0
                ? 0
                : declared(centre, quarter - 1).at("/finance/unpaidPatients").asDouble();
        yield (unpaid - before) / data.at("/finance/revenue/total").asDouble();
      }
      case PRELEVEMENTS ->
          data.at("/finance/sampling/subsidy").asDouble()
              / data.at("/finance/sampling/files").asDouble();
      case COORDINATION -> data.at("/patients/optionMemberships").asDouble();
      case ACHATS -> {
        double revenue = 0;
        for (int past = quarter - quarter % 4; past <= quarter; past++) {
          revenue += declared(centre, past).at("/finance/revenue/total").asDouble();
        }
        yield data.at("/finance/purchases/total").asDouble() / revenue;
      }
    };
  }

  private static double sum(JsonNode data, String field) {
    double sum = 0;
    for (JsonNode row : data.path("activity")) {
      sum += row.path(field).asDouble();
    }
    return sum;
  }

  private static double sessions(JsonNode data) {
    double sum = 0;
    for (JsonNode row : data.path("activity")) {
      sum += row.at("/vacations/0/perWeek").asDouble();
    }
    return sum;
  }

  private static boolean lowerIsBetter(Followed levier) {
    return levier == Followed.NON_VENUE || levier == Followed.IMPAYES || levier == Followed.ACHATS;
  }

  private static boolean improved(Followed levier, int centre) {
    double change = measure(levier, centre, LAST) - measure(levier, centre, 0);
    return lowerIsBetter(levier) ? change < 0 : change > 0;
  }

  private static String status(Followed levier, int centre) {
    for (JsonNode retained : read(Cohort.leviers(centre)).path("leviers")) {
      if (retained.path("levier").asText().equals(levier.name())) {
        return retained.path("status").asText();
      }
    }
    return "";
  }

  private static long count(java.util.function.IntPredicate centres) {
    return IntStream.range(0, Cohort.CENTRES).filter(centres).count();
  }

  @ParameterizedTest
  @CsvSource({
    "NON_VENUE, 26, 26, 19",
    "CODAGE, 28, 21, 9",
    "OCCUPATION, 27, 26, 21",
    "IMAGERIE, 19, 10, 7",
    "DENTAIRE, 24, 20, 17",
    "IMPAYES, 27, 22, 13",
    "PRELEVEMENTS, 12, 10, 9",
    "COORDINATION, 25, 11, 9",
    "ACHATS, 26, 12, 6"
  })
  void statuses_and_results_are_those_of_the_programme(
      Followed levier, long validated, long activated, long positive) {
    assertThat(count(centre -> !status(levier, centre).isEmpty())).isEqualTo(validated);
    assertThat(count(centre -> status(levier, centre).equals("ACTIVATED"))).isEqualTo(activated);
    assertThat(
            count(centre -> status(levier, centre).equals("ACTIVATED") && improved(levier, centre)))
        .isEqualTo(positive);
  }

  @ParameterizedTest
  @EnumSource(Followed.class)
  void every_result_can_be_judged(Followed levier) {
    for (int centre = 0; centre < Cohort.CENTRES; centre++) {
      if (levier.isActivated(centre)) {
        assertThat(measure(levier, centre, 0)).isFinite().isPositive();
        assertThat(measure(levier, centre, LAST))
            .isFinite()
            .isPositive()
            .isNotEqualTo(measure(levier, centre, 0));
      }
    }
  }

  @Test
  void what_a_centre_declares_agrees_with_itself() {
    for (int centre = 0; centre < Cohort.CENTRES; centre++) {
      for (int quarter = 0; quarter <= LAST; quarter++) {
        JsonNode data = declared(centre, quarter);
        assertThat(data.at("/patients/callsAnswered").asLong())
            .isBetween(1L, data.at("/patients/callsReceived").asLong());
        assertThat(sum(data, "revenue"))
            .isLessThanOrEqualTo(data.at("/finance/revenue/total").asDouble());
        for (JsonNode row : data.path("activity")) {
          assertThat(row.path("ccamActs").asLong()).isLessThanOrEqualTo(row.path("acts").asLong());
          assertThat(row.path("ccamRevenue").asDouble())
              .isLessThanOrEqualTo(row.path("revenue").asDouble());
          row.path("appointmentOutcomes")
              .forEach(outcome -> assertThat(outcome.asLong()).isNotNegative());
        }
      }
    }
  }

  @Test
  void every_centre_says_that_it_is_fictional_and_has_a_number_of_its_own() {
    assertThat(Cohort.finessNumbers())
        .doesNotHaveDuplicates()
        .allMatch(finess -> finess.matches("(75|77|78|9[1-5])99000[0-9]{2}"));
    for (int centre = 0; centre < Cohort.CENTRES; centre++) {
      assertThat(read(Cohort.registration(centre)).path("name").asText()).contains("fictif");
    }
    assertThat(read(Cohort.programme()).path("fictional").asBoolean()).isTrue();
  }

  @Test
  void the_account_of_the_cohort_answers_for_all_its_centres() throws Exception {
    Path realm =
        Path.of(System.getProperty("cadran.root")).resolve("deploy/keycloak/cadran-demo.json");
    List<String> claims = new ArrayList<>();
    for (JsonNode user : JSON.readTree(Files.readString(realm)).path("users")) {
      if (user.path("username").asText().equals(CohortLoading.MANAGER)) {
        user.at("/attributes/centres").forEach(claim -> claims.add(claim.asText()));
      }
    }

    assertThat(claims).containsExactlyElementsOf(Cohort.finessNumbers());
  }
}
