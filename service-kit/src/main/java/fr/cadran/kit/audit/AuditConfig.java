package fr.cadran.kit.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about the audit. That there is one cannot. */
@ConfigMapping(prefix = "cadran.audit")
public interface AuditConfig {

  /** How long a call waits for its entry before it is refused. */
  @WithDefault("PT2S")
  Duration patience();

  /** Entries that may wait for the database, in memory. */
  @WithDefault("10000")
  int queue();

  /** Entries committed at once. */
  @WithDefault("500")
  int batch();

  /** Whether heads of the chain are told to the broker. */
  @WithDefault("true")
  boolean anchored();

  /** How often, while the chain grows: the longest tail that can be cut unseen. */
  @WithDefault("PT1M")
  Duration anchorEvery();

  /** Entries a minute that one address without an identity gets; the rest is counted. */
  @WithDefault("20")
  int anonymousPerAddress();

  /** Entries a minute that all addresses without an identity get together. */
  @WithDefault("600")
  int anonymousInAll();
}
