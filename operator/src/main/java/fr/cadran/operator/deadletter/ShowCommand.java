package fr.cadran.operator.deadletter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.local.LaunchFailure;
import fr.cadran.operator.Cadran;
import fr.cadran.operator.platform.Targets;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one message with all that it carries. */
@Command(
    name = "show",
    description = {
      "Show one message with its headers and its data. The data are those of a centre or a CPTS:",
      "do not paste them anywhere."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it was shown", "3:there is no such message, or the broker does not answer"})
public final class ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "As 'dead-letters list' prints it.")
  private String id = "";

  @Option(names = "--json", description = "Print one JSON object instead of lines.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Targets targets;

  /** For the platform that the environment or this checkout names. */
  public ShowCommand() {
    this(Targets.current());
  }

  ShowCommand(Targets targets) {
    this.targets = targets;
  }

  @Override
  public Integer call() {
    ConsumerRecord<byte[], byte[]> message;
    try (DeadLetterBox box = new DeadLetterBox(targets.broker())) {
      message = box.messages(Set.of(id)).get(id);
    }
    if (message == null) {
      throw new LaunchFailure("there is no dead letter " + id + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    String data =
        message.value() == null ? "" : new String(message.value(), StandardCharsets.UTF_8);
    if (json) {
      ObjectNode shown = LetterJson.of(new DeadLetterBox.Entry(DeadLetter.of(message), null));
      shown.remove("replayedAt");
      ObjectNode headers = shown.putObject("headers");
      message.headers().forEach(header -> headers.put(header.key(), text(header)));
      shown.put("data", data);
      out.println(shown.toPrettyString());
    } else {
      message.headers().forEach(header -> out.println(header.key() + ": " + text(header)));
      out.println();
      out.println(data);
    }
    out.flush();
    return Cadran.SOUND;
  }

  private static String text(Header header) {
    return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
