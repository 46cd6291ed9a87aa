package fr.cadran.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway checks tokens. */
@ConfigMapping(prefix = "cadran.gateway.access")
interface AccessConfig {
  CheckedTokens checkedTokens();

  /** Tokens whose check is not repeated at once. */
  interface CheckedTokens {
    /**
     * How long the check of a token holds, at most until the token itself ends. A signing key that
     * is withdrawn goes on opening the gateway, not the services, for as long.
     */
    @WithDefault("30S")
    Duration life();

    /** How many are kept, the least used first to go. */
    @WithDefault("10000")
    long most();
  }
}
