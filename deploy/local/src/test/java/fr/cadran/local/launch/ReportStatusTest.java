package fr.cadran.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.launch.ReportStatus.State;
import fr.cadran.local.process.ProcessIdentity;
import fr.cadran.local.process.RunRecord;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportStatusTest {
  @TempDir Path folder;
  private Installation installation;

  @BeforeEach
  void create() {
    installation = new Installation(folder, folder.resolve("home"), Map.of());
    installation.create();
  }

  @Test
  void before_any_start_every_part_is_down() {
    assertThat(new ReportStatus(installation, installation.ports()).run())
        .hasSize(PartName.values().length)
        .allMatch(line -> line.state() == State.DOWN);
  }

  @Test
  void a_part_that_has_died_is_told_from_one_that_was_never_asked_for() {
    installation.rememberWanted(EnumSet.of(PartName.BROKER));
    ProcessIdentity dead = new ProcessIdentity(ProcessHandle.current().pid(), "another birth");
    new RunRecord("broker", dead, 19092, "").write(installation);

    Map<PartName, State> states =
        new ReportStatus(installation, installation.ports())
            .run().stream()
                .collect(
                    java.util.stream.Collectors.toMap(
                        ReportStatus.Line::name, ReportStatus.Line::state));

    assertThat(states)
        .containsEntry(PartName.BROKER, State.DIED)
        .containsEntry(PartName.GATEWAY, State.NOT_ASKED);
  }
}
