package fr.cadran.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoDataTest {
  @Test
  void the_figures_of_a_quarter_agree_with_each_other() throws Exception {
    for (DemoData.Figures figures : DemoData.QUARTERS) {
      JsonNode record = new ObjectMapper().readTree(DemoData.body(figures));
      JsonNode patients = record.path("patients");
      JsonNode activity = record.at("/activity/0");

      assertThat(patients.path("callsAnswered").asInt())
          .isLessThanOrEqualTo(patients.path("callsReceived").asInt());
      assertThat(patients.path("withMedecinTraitant").asInt())
          .isLessThanOrEqualTo(patients.path("distinctPatients").asInt());
      assertThat(activity.path("acts").asInt()).isEqualTo(patients.path("passages").asInt());
      assertThat(activity.path("ccamActs").asInt())
          .isLessThanOrEqualTo(activity.path("acts").asInt());
      assertThat(activity.path("ccamRevenue").asDouble())
          .isLessThanOrEqualTo(activity.path("revenue").asDouble());
    }
  }

  @Test
  void the_last_quarter_is_the_worked_example_of_the_no_show_rate() {
    DemoData.Figures last = DemoData.QUARTERS.getLast();

    // (appointments - passages + without appointment) / appointments = 210 / 1410
    assertThat(last.quarter()).isEqualTo("2013-Q3");
    assertThat(last.appointments() - last.passages() + last.withoutAppointment()).isEqualTo(210);
    assertThat(last.appointments()).isEqualTo(1410);
  }

  @Test
  void the_coordinator_of_the_demo_answers_for_the_cpts_of_the_demo() throws Exception {
    Path realm =
        Path.of(System.getProperty("cadran.root")).resolve("deploy/keycloak/cadran-demo.json");
    List<String> claims = new ArrayList<>();
    for (JsonNode user : new ObjectMapper().readTree(Files.readString(realm)).path("users")) {
      if (user.path("username").asText().equals("cpts-demo")) {
        user.at("/attributes/cpts").forEach(claim -> claims.add(claim.asText()));
      }
    }

    assertThat(claims).containsExactly(DemoData.CPTS);
  }
}
