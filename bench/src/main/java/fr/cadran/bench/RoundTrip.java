package fr.cadran.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The reference of B3: the same bytes from a producer to a consumer, and one commit in PostgreSQL.
 * Nothing can be readable sooner than that.
 */
final class RoundTrip implements AutoCloseable {
  private static final String TOPIC = "cadran.bench.reference";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Connection database;
  private final PreparedStatement insert;

  RoundTrip(String bootstrapServers, String jdbcUrl, String user, String password)
      throws SQLException, InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw failure;
      }
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "fetch.min.bytes", 1),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    TopicPartition partition = new TopicPartition(TOPIC, 0);
    consumer.assign(List.of(partition));
    consumer.seekToEnd(List.of(partition));
    consumer.position(partition);
    Properties login = new Properties();
    login.put("user", user);
    login.put("password", password);
    database = DriverManager.getConnection(jdbcUrl, login);
    try (Statement create = database.createStatement()) {
      create.execute("create table if not exists bench_reference (content bytea)");
    }
    insert = database.prepareStatement("insert into bench_reference (content) values (?)");
  }

  void once(String content) throws SQLException, InterruptedException, ExecutionException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(TOPIC, bytes)).get();
    if (consumer.poll(PATIENCE).isEmpty()) {
      throw new IllegalStateException("the reference message did not arrive");
    }
    insert.setBytes(1, bytes);
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    try (Statement drop = database.createStatement()) {
      drop.execute("drop table bench_reference");
    }
    database.close();
    consumer.close();
    producer.close();
  }
}
