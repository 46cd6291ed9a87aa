package fr.cadran.gateway.answer;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What an operator decides about answers. */
@ConfigMapping(prefix = "cadran.gateway.answer")
public interface AnswerConfig {
  /**
   * The value of {@code Strict-Transport-Security}; nothing where the gateway is reached without
   * TLS, because a browser would then refuse to come back.
   */
  Optional<String> strictTransportSecurity();
}
