package fr.cadran.local.command;

import fr.cadran.local.installation.Installation;
import fr.cadran.local.launch.ReportStatus;
import fr.cadran.local.launch.ReportStatus.Line;
import fr.cadran.local.launch.ReportStatus.State;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the state of each part. */
@Command(
    name = "status",
    description = "Show each part: state, pid, port, uptime, memory.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every part that was asked for runs", "1:something is down or not ready"})
public final class StatusCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    Installation installation = Installation.current();
    List<Line> lines = new ReportStatus(installation, installation.ports()).run();
    System.out.println(ReportStatus.heading());
    lines.forEach(line -> System.out.println(line.text()));
    boolean sound =
        lines.stream()
            .map(Line::state)
            .allMatch(state -> state == State.RUNNING || state == State.NOT_ASKED);
    return sound ? 0 : 1;
  }
}
