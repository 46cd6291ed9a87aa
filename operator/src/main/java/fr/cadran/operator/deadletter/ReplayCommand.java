package fr.cadran.operator.deadletter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.operator.Cadran;
import fr.cadran.operator.platform.Targets;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives messages to their consumers again, once what kept them from being handled is mended. */
@Command(
    name = "replay",
    description = {
      "Send messages to the topic they came from again, as their producer sent them. Who took one",
      "in already passes over it, and so does who knows a later version of its subject. What still",
      "cannot be handled is set aside anew. A state that a later one has replaced is left out:",
      "behind it, it would pass for the last one."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every message asked for was sent, or there was none to send",
      "1:a message asked for is not there, was replayed before, or was left out",
      "2:the command line is wrong",
      "3:the broker does not answer"
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final int PROGRESS_EVERY = 100;

  private enum Outcome {
    REPLAYED,
    WOULD_BE_REPLAYED,
    REPLAYED_BEFORE,
    SUPERSEDED,
    NOT_THERE
  }

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "As 'dead-letters list' prints it; none with --all.")
  private List<String> ids = List.of();

  @Option(
      names = "--all",
      description = "Everything that waits and that the other options do not leave out.")
  private boolean all;

  @Option(names = "--again", description = "Also what was replayed before.")
  private boolean again;

  @Mixin private Selection selection = new Selection();

  @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON object instead of lines.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Targets targets;

  /** For the platform that the environment or this checkout names. */
  public ReplayCommand() {
    this(Targets.current());
  }

  ReplayCommand(Targets targets) {
    this.targets = targets;
  }

  @Override
  public Integer call() {
    if (all != ids.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "name messages by their ids, or ask for --all, not both");
    }
    ObjectNode report = LetterJson.object().put("dryRun", dryRun);
    ArrayNode told = report.putArray("deadLetters");
    int faults = 0;
    int sent = 0;
    try (DeadLetterBox box = new DeadLetterBox(targets.broker())) {
      List<DeadLetterBox.Entry> chosen =
          box
              .entries(letter -> selection.accepts(letter) && (all || ids.contains(letter.id())))
              .stream()
              .filter(one -> !all || again || one.replayedAt() == null)
              .toList();
      Map<String, ConsumerRecord<byte[], byte[]>> messages =
          box.messages(chosen.stream().map(one -> one.letter().id()).collect(Collectors.toSet()));
      int done = 0;
      for (DeadLetterBox.Entry one : chosen) {
        Outcome outcome = replay(box, one, Objects.requireNonNull(messages.get(one.letter().id())));
        told.addObject().put("id", one.letter().id()).put("outcome", outcome.name());
        sent += outcome == Outcome.REPLAYED || outcome == Outcome.WOULD_BE_REPLAYED ? 1 : 0;
        done++;
        if (done % PROGRESS_EVERY == 0 || done == chosen.size()) {
          spec.commandLine().getErr().printf("%d of %d messages%n", done, chosen.size());
        }
      }
      Set<String> missing = new HashSet<>(ids);
      chosen.forEach(one -> missing.remove(one.letter().id()));
      for (String id : missing) {
        told.addObject().put("id", id).put("outcome", Outcome.NOT_THERE.name());
      }
      faults = chosen.size() - sent + missing.size();
    }
    print(report.put("sent", sent).put("leftOut", faults), told);
    return faults == 0 ? Cadran.SOUND : Cadran.FAULT;
  }

  private Outcome replay(
      DeadLetterBox box, DeadLetterBox.Entry entry, ConsumerRecord<byte[], byte[]> message) {
    if (entry.replayedAt() != null && !again) {
      return Outcome.REPLAYED_BEFORE;
    }
    if (box.isSuperseded(message)) {
      return Outcome.SUPERSEDED;
    }
    if (dryRun) {
      return Outcome.WOULD_BE_REPLAYED;
    }
    box.replay(message, Instant.now());
    return Outcome.REPLAYED;
  }

  private void print(ObjectNode report, ArrayNode told) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.toPrettyString());
    } else {
      told.forEach(
          one -> out.println(one.path("outcome").asText() + " " + one.path("id").asText()));
      out.printf(
          "%d %s, %d left out%n",
          report.path("sent").asInt(),
          dryRun ? "would be sent" : "sent",
          report.path("leftOut").asInt());
    }
    out.flush();
  }
}
