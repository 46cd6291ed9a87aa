package fr.cadran.kit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Tokens whose check is not repeated at once. */
@ConfigMapping(prefix = "cadran.access.checked-tokens")
interface CheckedTokensConfig {
  /**
   * How long the check of a token holds, at most until the token itself ends. A signing key that is
   * withdrawn goes on opening this process for as long.
   */
  @WithDefault("30S")
  Duration life();

  /** How many are kept, the least used first to go. */
  @WithDefault("10000")
  long most();
}
