package fr.cadran.local.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.launch.WipeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir Path folder;
  private Installation installation;

  @BeforeEach
  void create() {
    installation = new Installation(folder, folder.resolve("a home"), Map.of());
    installation.create();
  }

  @Test
  void the_home_and_its_secrets_are_for_their_owner_only() throws IOException {
    new Secrets(installation).of("database.centres");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(installation.home())))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(installation.secretsFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_secret_is_drawn_once_and_differs_from_every_other() {
    String first = new Secrets(installation).of("account.ars-93");

    assertThat(first).hasSize(32);
    assertThat(new Secrets(installation).of("account.ars-93")).isEqualTo(first);
    assertThat(new Secrets(installation).of("account.ars-75")).isNotEqualTo(first);
  }

  @Test
  void a_secret_that_the_environment_gives_takes_the_place_of_the_drawn_one() {
    String drawn = new Secrets(installation).of("identity.admin");
    Installation told =
        new Installation(
            folder, installation.home(), Map.of("CADRAN_SECRET_IDENTITY_ADMIN", "given-elsewhere"));

    assertThat(new Secrets(told).of("identity.admin")).isEqualTo("given-elsewhere");
    assertThat(new Secrets(installation).of("identity.admin"))
        .isEqualTo("given-elsewhere")
        .isNotEqualTo(drawn);
  }

  @Test
  void the_parts_of_the_last_start_are_remembered() {
    assertThat(installation.wanted()).isEqualTo(EnumSet.allOf(PartName.class));

    installation.rememberWanted(EnumSet.of(PartName.DATABASE, PartName.BROKER));

    assertThat(installation.wanted()).containsExactly(PartName.DATABASE, PartName.BROKER);
  }

  @Test
  void one_launcher_at_a_time_works_on_an_installation() {
    try (LaunchLock lock = LaunchLock.take(installation)) {
      assertThat(lock.isHeld()).isTrue();
      assertThatThrownBy(() -> LaunchLock.take(installation))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("another ./platform (pid " + ProcessHandle.current().pid() + ")");
    }
    try (LaunchLock again = LaunchLock.take(installation)) {
      assertThat(again.isHeld()).isTrue();
    }
  }

  @Test
  void wiping_deletes_the_home() {
    new Secrets(installation).of("x");

    WipeState.of(installation);

    assertThat(installation.home()).doesNotExist();
  }

  @Test
  void wiping_keeps_what_somebody_else_put_into_the_home() throws IOException {
    Path foreign = Files.writeString(installation.home().resolve("thesis.odt"), "precious");

    assertThatThrownBy(() -> WipeState.of(installation))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("thesis.odt");

    assertThat(foreign).exists();
    assertThat(installation.logs()).doesNotExist();
  }

  @Test
  void a_short_disk_is_told_with_what_is_free_and_what_is_needed() {
    assertThat(DiskSpace.shortage(folder, 12, 700, "to keep the state"))
        .hasValueSatisfying(sentence ->
            assertThat(sentence)
                .contains("to keep the state", "12 MiB are free", "700 MiB are needed"));
    assertThat(DiskSpace.shortage(folder, 700, 700, "to keep the state")).isEmpty();
  }

  @Test
  void a_home_that_does_not_exist_yet_is_measured_on_the_disk_it_will_lie_on() {
    assertThatThrownBy(() ->
            DiskSpace.require(folder.resolve("not/there/yet"), Long.MAX_VALUE, "to keep the state"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("not enough disk");
  }
}
