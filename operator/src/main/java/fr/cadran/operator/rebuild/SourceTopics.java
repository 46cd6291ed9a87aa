package fr.cadran.operator.rebuild;

import fr.cadran.events.EventType;
import fr.cadran.local.LaunchFailure;
import fr.cadran.operator.platform.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** The topics that the database of indicators-service is made from, and whether they are whole. */
final class SourceTopics {
  private static final List<EventType<?>> TYPES =
      List.of(
          EventType.CENTRE_STATE,
          EventType.MANDATS_STATE,
          EventType.PROGRAMME_STATE,
          EventType.QUARTERLY_DATA_SUBMITTED,
          EventType.CPTS_STATE,
          EventType.DIALOGUE_RESULTS_SUBMITTED,
          EventType.EVENT_RECEIVED);

  private static final String FOR_EVER = "-1";

  private SourceTopics() {}

  /**
   * A topic.
   *
   * @param messages how many it holds, about
   * @param faults why it is not whole, or will not stay so; none when all is well
   */
  record Source(String topic, long messages, List<String> faults) {}

  /**
   * Looks at each.
   *
   * @throws LaunchFailure when the broker does not answer
   */
  static List<Source> look(String broker) {
    List<Source> sources = new ArrayList<>();
    try (Topics topics = new Topics(broker);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      for (EventType<?> type : TYPES) {
        sources.add(look(topics, admin, type));
      }
    } catch (KafkaException | ExecutionException unreachable) {
      throw new LaunchFailure("the broker does not answer: " + unreachable.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("stopped.");
    }
    return sources;
  }

  private static Source look(Topics topics, Admin admin, EventType<?> type)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = topics.partitions(type.topic());
    if (partitions.isEmpty()) {
      return new Source(type.topic(), 0, List.of("it is not there"));
    }
    List<String> faults = new ArrayList<>();
    long messages = 0;
    for (Map.Entry<TopicPartition, Topics.Range> one : topics.ranges(partitions).entrySet()) {
      Topics.Range range = one.getValue();
      messages += range.end() - range.first();
      if (!type.compacted() && range.first() > 0) {
        faults.add(
            "partition "
                + one.getKey().partition()
                + " has lost its first "
                + range.first()
                + " messages");
      }
    }
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, type.topic());
    Config present = admin.describeConfigs(List.of(resource)).all().get().get(resource);
    wanted(type)
        .forEach((name, value) -> {
          String found =
              present == null || present.get(name) == null ? "?" : present.get(name).value();
          if (!value.equals(found)) {
            faults.add("it will lose messages: " + name + " is " + found + ", not " + value);
          }
        });
    return new Source(type.topic(), messages, faults);
  }

  private static Map<String, String> wanted(EventType<?> type) {
    if (type.compacted()) {
      return Map.of("cleanup.policy", "compact");
    }
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("cleanup.policy", "delete");
    wanted.put("retention.ms", FOR_EVER);
    wanted.put("retention.bytes", FOR_EVER);
    return wanted;
  }
}
