package fr.cadran.gateway.revocation;

import static fr.cadran.gateway.revocation.MandatMessages.active;
import static fr.cadran.gateway.revocation.MandatMessages.revoked;
import static fr.cadran.gateway.revocation.MandatMessages.tell;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.gateway.revocation.KnownMandats.Right;
import fr.cadran.testing.infra.Broker;
import fr.cadran.testing.infra.KafkaProbe;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a gateway knows while its broker comes late, goes away and comes back. */
class KafkaMandatsTest {
  private static final String CENTRE = "930000011";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final RevocationConfig CONFIG =
      new RevocationConfig() {
        @Override
        public boolean enabled() {
          return true;
        }

        @Override
        public List<Upload> uploads() {
          return List.of();
        }

        @Override
        public Duration grace() {
          return Duration.ofSeconds(1);
        }

        @Override
        public Duration every() {
          return Duration.ofMillis(100);
        }

        @Override
        public Duration probe() {
          return Duration.ofMillis(500);
        }
      };

  /** One gateway's ears. */
  private static final class Ears implements AutoCloseable {
    private final KnownMandats mandats = new KnownMandats();
    private final KafkaMandats topic;

    Ears(Broker broker) {
      topic =
          new KafkaMandats(
              Map.of("bootstrap.servers", broker.bootstrapServers()),
              mandats,
              new RunningUploads(mandats, CONFIG, Clock.systemUTC()),
              CONFIG,
              Clock.systemUTC());
      topic.start(new StartupEvent());
    }

    Right right() {
      return mandats.right(CENTRE, "editor", "quarterly-data:write", Clock.systemUTC().instant());
    }

    void await(Right expected) {
      Awaitility.await().atMost(PATIENCE).until(() -> right() == expected);
    }

    @Override
    public void close() {
      try {
        topic.stop(new ShutdownEvent());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void a_gateway_hears_from_the_beginning_and_again_after_an_outage() {
    try (Broker broker = Broker.start();
        Ears early = new Ears(broker)) {
      // The topic is not there yet: nothing is known, and that is what it says.
      assertThat(early.right()).isEqualTo(Right.UNKNOWN);
      try (KafkaProbe probe = new KafkaProbe(broker.bootstrapServers())) {
        probe.createTopic(MandatMessages.TOPIC, 3);
        tell(probe, CENTRE, 1, active("editor"));
        early.await(Right.HOLDS);
        Awaitility.await().atMost(PATIENCE).until(early.topic::hears);
      }

      broker.stop();
      Awaitility.await().atMost(PATIENCE).until(() -> !early.topic.hears());
      assertThat(early.right()).isEqualTo(Right.HOLDS);

      broker.restart();
      Awaitility.await().atMost(PATIENCE).until(early.topic::hears);
      try (KafkaProbe probe = new KafkaProbe(broker.bootstrapServers())) {
        tell(probe, CENTRE, 2, revoked("editor"));
      }
      early.await(Right.ENDED);

      try (Ears late = new Ears(broker)) {
        late.await(Right.ENDED);
        Awaitility.await().atMost(PATIENCE).until(late.topic::hears);
      }
    }
  }
}
