package fr.cadran.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.cadran.testing.infra.Broker;
import fr.cadran.testing.infra.KafkaProbe;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReaderWatchTest {

  private static final Duration STALLED_AFTER = Duration.ofMinutes(3);

  private final String topic = "read-" + UUID.randomUUID();
  private final String other = "unread-" + UUID.randomUUID();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger ends = new AtomicInteger();
  private KafkaProbe probe;

  @BeforeEach
  void createTopics() {
    probe = KafkaProbe.shared();
    probe.createTopic(topic, 3);
    probe.createTopic(other, 1);
  }

  @AfterEach
  void closeProbe() {
    probe.close();
  }

  @Test
  void messages_that_nobody_reads_for_long_are_a_fault_of_the_process() throws Exception {
    ReaderWatch watch = watch(Broker.sharedBootstrapServers());
    probe.send(topic, "key", new byte[] {1}, Map.of());

    watch.look();
    assertThat(watch.call().getStatus()).isEqualTo(Status.UP);

    pass(STALLED_AFTER.minusSeconds(1));
    watch.look();
    assertThat(watch.call().getStatus()).isEqualTo(Status.UP);

    pass(Duration.ofSeconds(1));
    watch.look();
    assertThat(watch.call().getStatus()).isEqualTo(Status.DOWN);
    assertThat(watch.call().getData().orElseThrow()).containsExactly(Map.entry("unread", topic));
  }

  @Test
  void a_reader_that_has_not_come_to_a_message_yet_is_no_fault() throws Exception {
    probe.send(topic, "key", new byte[] {1}, Map.of());
    ReaderWatch watch = watch(Broker.sharedBootstrapServers());
    try (KafkaConsumer<byte[], byte[]> reader = reader()) {
      reader.subscribe(List.of(topic));
      await()
          .until(() -> {
            reader.poll(Duration.ofMillis(100));
            return reader.assignment().size() == 3;
          });

      watch.look();
      pass(STALLED_AFTER);
      watch.look();

      assertThat(watch.call().getStatus()).isEqualTo(Status.UP);
    }
  }

  @Test
  void a_reader_that_comes_back_starts_the_count_again() throws Exception {
    probe.send(topic, "key", new byte[] {1}, Map.of());
    ReaderWatch watch = watch(Broker.sharedBootstrapServers());
    watch.look();
    pass(STALLED_AFTER);
    watch.look();
    assertThat(watch.call().getStatus()).isEqualTo(Status.DOWN);

    try (KafkaConsumer<byte[], byte[]> reader = reader()) {
      for (int part = 0; part < 3; part++) {
        reader.assign(List.of(new TopicPartition(topic, part)));
        reader.commitSync(Map.of(new TopicPartition(topic, part), new OffsetAndMetadata(1)));
      }
    }
    watch.look();
    assertThat(watch.call().getStatus()).isEqualTo(Status.UP);

    for (int sent = 0; sent < 2; sent++) {
      probe.send(topic, "key", new byte[] {1}, Map.of());
    }
    watch.look();
    pass(STALLED_AFTER.minusSeconds(1));
    watch.look();
    assertThat(watch.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void topics_without_a_message_need_no_reader() throws Exception {
    ReaderWatch watch = watch(Broker.sharedBootstrapServers());

    watch.look();
    pass(STALLED_AFTER);
    watch.look();

    assertThat(watch.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void a_broker_that_does_not_answer_is_no_fault_of_the_process() throws Exception {
    ReaderWatch watch;
    try (Broker broker = Broker.start();
        KafkaProbe there = new KafkaProbe(broker.bootstrapServers())) {
      there.createTopic(topic, 1);
      there.send(topic, "key", new byte[] {1}, Map.of());
      watch = watch(broker.bootstrapServers());
      watch.look();
      pass(STALLED_AFTER);
      watch.look();
      assertThat(watch.call().getStatus()).isEqualTo(Status.DOWN);
    }

    pass(STALLED_AFTER);
    watch.look();

    assertThat(watch.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void the_process_ends_once_unless_it_is_told_to_stay() {
    probe.send(topic, "key", new byte[] {1}, Map.of());
    ReaderWatch watch =
        new ReaderWatch(
            unread(Broker.sharedBootstrapServers()),
            atOnce(true),
            System::nanoTime,
            ends::incrementAndGet);
    ReaderWatch stays =
        new ReaderWatch(
            unread(Broker.sharedBootstrapServers()),
            atOnce(false),
            System::nanoTime,
            () -> ends.addAndGet(100));

    watch.start(new StartupEvent());
    stays.start(new StartupEvent());

    await().until(() -> ends.get() == 1 && stays.call().getStatus() == Status.DOWN);
    await().during(Duration.ofMillis(500)).until(() -> ends.get() == 1);
    stays.stop(new ShutdownEvent());
  }

  @Test
  void a_fault_of_the_watch_itself_does_not_end_the_watching() {
    probe.send(topic, "key", new byte[] {1}, Map.of());
    AtomicInteger asked = new AtomicInteger();
    ReaderWatch watch =
        new ReaderWatch(
            unread(Broker.sharedBootstrapServers()),
            atOnce(true),
            () -> {
              if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("no time");
              }
              return System.nanoTime();
            },
            ends::incrementAndGet);

    watch.start(new StartupEvent());

    await().until(() -> ends.get() == 1);
  }

  private ReaderWatch watch(String bootstrapServers) {
    return new ReaderWatch(
        unread(bootstrapServers),
        new Settings(Duration.ofSeconds(30), STALLED_AFTER, true),
        nanos::get,
        ends::incrementAndGet);
  }

  private UnreadTopics unread(String bootstrapServers) {
    return new UnreadTopics(
        Map.of("bootstrap.servers", bootstrapServers), topic, List.of(topic, other, "not-there"));
  }

  /** The group has the name of the topic. */
  private KafkaConsumer<byte[], byte[]> reader() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            Broker.sharedBootstrapServers(),
            "group.id",
            topic,
            "enable.auto.commit",
            "false"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static Settings atOnce(boolean end) {
    return new Settings(Duration.ofMillis(20), Duration.ZERO, end);
  }

  private record Settings(Duration watchEvery, Duration stalledAfter, boolean endWhenStalled)
      implements EventsConfig.Readers {}
}
