package fr.cadran.operator.deadletter;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that pick messages by what is known of them without reading their data. */
final class Selection {
  @Option(names = "--topic", paramLabel = "TOPIC", description = "Only what came from this topic.")
  private @Nullable String topic;

  @Option(
      names = "--consumer",
      paramLabel = "SERVICE",
      description = "Only what this service set aside, e.g. indicators.")
  private @Nullable String consumer;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Only messages with this key: a FINESS number, or the id of a CPTS.")
  private @Nullable String key;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Only messages whose reason contains this text.")
  private @Nullable String reason;

  boolean accepts(DeadLetter letter) {
    String why = letter.reason();
    return (topic == null || topic.equals(letter.topic()))
        && (consumer == null || consumer.equals(letter.consumer()))
        && (key == null || key.equals(letter.key()))
        && (reason == null || (why != null && why.contains(reason)));
  }
}
