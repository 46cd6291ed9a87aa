package fr.cadran.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about events; every service says its name, the rest has defaults. */
@ConfigMapping(prefix = "cadran.events")
public interface EventsConfig {

  /**
   * Short name of the service, e.g. {@code indicators}: consumer group, source of its events, end
   * of the names of its dead-letter topics.
   */
  String service();

  /** Partitions of a topic that is created; an existing topic keeps what it has. */
  @WithDefault("3")
  int partitions();

  /** How often an event is tried again after a fault that may pass. */
  @WithDefault("5")
  int retries();

  /** Wait before the first retry; it doubles each time. */
  @WithDefault("PT0.2S")
  Duration retryDelay();

  /**
   * True makes the database anew from the topics and ends: profile {@code rebuild}, nothing else.
   */
  @WithDefault("false")
  boolean rebuild();

  Outbox outbox();

  Readers readers();

  /** The receiving side. */
  interface Readers {

    /** How often the broker is asked whether all that waits is read. */
    @WithDefault("PT30S")
    Duration watchEvery();

    /** How long messages may wait with nobody who reads them before the process is not alive. */
    @WithDefault("PT3M")
    Duration stalledAfter();

    /** Whether the process ends then (exit code 70), to be started anew by who keeps it running. */
    @WithDefault("true")
    boolean endWhenStalled();
  }

  /** The sending side. */
  interface Outbox {

    /** False leaves the events in the table, for another process to publish. */
    @WithDefault("true")
    boolean relay();

    /** How long an event waits at most when nobody woke the relay. */
    @WithDefault("PT0.5S")
    Duration poll();

    /** Events published at once. */
    @WithDefault("500")
    int batch();

    /** How long the broker may keep a batch waiting before it counts as an outage. */
    @WithDefault("PT10S")
    Duration deliveryTimeout();

    /** How long published events stay in the table. */
    @WithDefault("P7D")
    Duration retention();

    /** How often events past their retention are removed. */
    @WithDefault("PT10M")
    Duration purgeEvery();
  }
}
