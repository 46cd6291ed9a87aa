package fr.cadran.operator.deadletter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.operator.Cadran;
import fr.cadran.operator.platform.Targets;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what was set aside, without the data. */
@Command(
    name = "list",
    description = "List what was set aside, why and when, without the data of the messages.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing waits for an operator",
      "1:something does: it was set aside and not replayed",
      "3:the broker does not answer"
    })
public final class ListCommand implements Callable<Integer> {
  @Mixin private Selection selection = new Selection();

  @Option(names = "--all", description = "Also what was replayed already.")
  private boolean all;

  @Option(names = "--json", description = "Print one JSON object instead of lines.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Targets targets;

  /** For the platform that the environment or this checkout names. */
  public ListCommand() {
    this(Targets.current());
  }

  ListCommand(Targets targets) {
    this.targets = targets;
  }

  @Override
  public Integer call() {
    List<DeadLetterBox.Entry> entries;
    try (DeadLetterBox box = new DeadLetterBox(targets.broker())) {
      entries = box.entries(selection::accepts);
    }
    long waiting = entries.stream().filter(one -> one.replayedAt() == null).count();
    List<DeadLetterBox.Entry> shown =
        entries.stream().filter(one -> all || one.replayedAt() == null).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode report = LetterJson.object();
      report.put("waiting", waiting).put("replayed", entries.size() - waiting);
      ArrayNode letters = report.putArray("deadLetters");
      shown.forEach(one -> letters.add(LetterJson.of(one)));
      out.println(report.toPrettyString());
    } else {
      for (DeadLetterBox.Entry one : shown) {
        DeadLetter letter = one.letter();
        out.printf(
            "%s  %s  key %s  %s %s v%s  %s%s%n",
            letter.setAsideAt(),
            letter.id(),
            letter.key(),
            letter.type(),
            letter.subject(),
            letter.version(),
            letter.reason(),
            one.replayedAt() == null ? "" : "  (replayed " + one.replayedAt() + ")");
      }
      out.printf("%d waiting, %d replayed%n", waiting, entries.size() - waiting);
    }
    out.flush();
    return waiting == 0 ? Cadran.SOUND : Cadran.FAULT;
  }
}
