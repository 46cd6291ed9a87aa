package fr.cadran.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  private static final Instant SOURCES = Instant.parse("2026-01-01T10:00:00Z");

  @TempDir Path root;
  private Build build;

  @BeforeEach
  void checkout() throws IOException {
    write(
        "pom.xml",
        "<kafka.broker.version>4.3.1</kafka.broker.version><keycloak.version>26.7.3</keycloak.version>",
        SOURCES);
    write("service-kit/src/main/java/Kit.java", "", SOURCES);
    write("centres-service/pom.xml", "", SOURCES);
    write("centres-service/src/main/java/Centre.java", "", SOURCES);
    build = new Build(new Installation(root, root.resolve(".cadran"), Map.of()));
  }

  @Test
  void in_a_fresh_clone_everything_but_the_database_is_missing() {
    assertThat(build.missing(EnumSet.allOf(PartName.class)))
        .containsExactly(
            "deploy/broker",
            "deploy/local",
            "centres-service",
            "indicators-service",
            "cpts-contract-service",
            "gateway");
  }

  @Test
  void what_is_built_and_current_is_not_built_again() throws IOException {
    write("deploy/broker/target/lib/kafka_2.13-4.3.1.jar", "", SOURCES.minusSeconds(900));
    write(
        "deploy/local/target/identity/keycloak-26.7.3/lib/quarkus-run.jar",
        "",
        SOURCES.minusSeconds(900));
    write("centres-service/target/quarkus-app/quarkus-run.jar", "", SOURCES.plusSeconds(1));

    assertThat(build.missing(EnumSet.of(PartName.BROKER, PartName.IDENTITY, PartName.CENTRES)))
        .isEmpty();
  }

  @Test
  void a_service_is_built_again_when_its_sources_or_shared_ones_are_newer() throws IOException {
    write("centres-service/target/quarkus-app/quarkus-run.jar", "", SOURCES.plusSeconds(1));
    write("service-kit/src/main/java/Kit.java", "", SOURCES.plusSeconds(2));

    assertThat(build.missing(EnumSet.of(PartName.CENTRES))).containsExactly("centres-service");
  }

  @Test
  void another_version_of_the_broker_is_collected_again() throws IOException {
    write("deploy/broker/target/lib/kafka_2.13-4.3.0.jar", "", SOURCES);

    assertThat(build.missing(EnumSet.of(PartName.BROKER))).containsExactly("deploy/broker");
  }

  private void write(String name, String text, Instant time) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
