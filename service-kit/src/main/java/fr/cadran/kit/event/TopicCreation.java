package fr.cadran.kit.event;

import fr.cadran.events.EventType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Creates the topics of the service where they are missing, beside its start: a broker that is
 * still starting delays the topics and not the service. A topic that exists keeps its partitions;
 * settings under which it would lose messages are mended. The topics taken in are created as well,
 * for who starts before their owner.
 */
@Singleton
class TopicCreation {

  private static final Logger LOG = Logger.getLogger(TopicCreation.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int REQUEST_TIMEOUT_MS = 5_000;
  private static final String KEEP_FOR_EVER = "-1";

  private final Map<String, Object> kafka;
  private final Instance<OwnedTopics> owned;
  private final EventsConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);

  TopicCreation(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Instance<OwnedTopics> owned,
      EventsConfig config) {
    this.kafka = kafka;
    this.owned = owned;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    Map<String, NewTopic> topics = topics();
    if (!topics.isEmpty() && !config.rebuild()) {
      Thread.ofVirtual().name("topic-creation").start(() -> createAll(topics));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  private Map<String, NewTopic> topics() {
    Map<String, NewTopic> topics = new LinkedHashMap<>();
    for (OwnedTopics own : owned) {
      own.told().forEach(type -> topics.put(type.topic(), eventTopic(type)));
      for (EventType<?> type : own.takenIn()) {
        topics.put(type.topic(), eventTopic(type));
        String deadLetters = type.deadLetterTopic(config.service());
        topics.put(deadLetters, topic(deadLetters, 1, false));
      }
    }
    return topics;
  }

  private NewTopic eventTopic(EventType<?> type) {
    return topic(type.topic(), config.partitions(), type.compacted());
  }

  /** Replicas as the broker's default says: one on one machine, more in production. */
  private static NewTopic topic(String name, int partitions, boolean compacted) {
    Map<String, String> settings =
        compacted
            ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
            : Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                KEEP_FOR_EVER,
                TopicConfig.RETENTION_BYTES_CONFIG,
                KEEP_FOR_EVER);
    return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
  }

  private void createAll(Map<String, NewTopic> missing) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("request.timeout.ms", REQUEST_TIMEOUT_MS);
    settings.put("default.api.timeout.ms", REQUEST_TIMEOUT_MS);
    boolean reported = false;
    try {
      while (stopped.getCount() > 0) {
        @Nullable Exception fault = tryToCreate(missing, settings);
        if (missing.isEmpty()) {
          return;
        }
        if (!reported) {
          reported = true;
          LOG.warnf(
              fault, "topics are not there yet, tried again until they are: %s", missing.keySet());
        }
        if (stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Removes from the map what exists afterwards. */
  static @Nullable Exception tryToCreate(
      Map<String, NewTopic> missing, Map<String, Object> settings) throws InterruptedException {
    @Nullable Exception fault = null;
    List<NewTopic> found = new ArrayList<>();
    try (Admin admin = Admin.create(settings)) {
      CreateTopicsResult result = admin.createTopics(missing.values());
      for (var topic : result.values().entrySet()) {
        try {
          topic.getValue().get(REQUEST_TIMEOUT_MS, TimeUnit.MILLISECONDS);
          missing.remove(topic.getKey());
          LOG.infof("topic created: %s", topic.getKey());
        } catch (ExecutionException e) {
          if (e.getCause() instanceof TopicExistsException) {
            found.add(Objects.requireNonNull(missing.remove(topic.getKey())));
          } else {
            fault = e;
          }
        } catch (TimeoutException e) {
          fault = e;
        }
      }
      mend(admin, found);
    } catch (KafkaException e) {
      fault = e;
    }
    return fault;
  }

  /**
   * Gives topics the settings that keep their messages. Not being allowed to is told and borne: the
   * service works, and who runs the broker must know.
   */
  private static void mend(Admin admin, List<NewTopic> topics) throws InterruptedException {
    Map<ConfigResource, NewTopic> wanted = new LinkedHashMap<>();
    for (NewTopic topic : topics) {
      wanted.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic);
    }
    try {
      Map<ConfigResource, Config> present =
          admin
              .describeConfigs(wanted.keySet())
              .all()
              .get(REQUEST_TIMEOUT_MS, TimeUnit.MILLISECONDS);
      Map<ConfigResource, Collection<AlterConfigOp>> changes = new LinkedHashMap<>();
      wanted.forEach((resource, topic) -> {
        List<AlterConfigOp> others = differing(present.get(resource), topic.configs());
        if (!others.isEmpty()) {
          changes.put(resource, others);
        }
      });
      if (!changes.isEmpty()) {
        admin.incrementalAlterConfigs(changes).all().get(REQUEST_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        LOG.warnf("settings under which topics would lose messages were mended: %s", changes);
      }
    } catch (ExecutionException | TimeoutException e) {
      LOG.errorf(e, "whether these topics keep their messages is not known: %s", wanted.keySet());
    }
  }

  private static List<AlterConfigOp> differing(
      @Nullable Config present, Map<String, String> wanted) {
    List<AlterConfigOp> others = new ArrayList<>();
    wanted.forEach((name, value) -> {
      ConfigEntry entry = present == null ? null : present.get(name);
      if (entry == null || !value.equals(entry.value())) {
        others.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
      }
    });
    return others;
  }
}
