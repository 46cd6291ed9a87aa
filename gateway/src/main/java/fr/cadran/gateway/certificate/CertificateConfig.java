package fr.cadran.gateway.certificate;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where certificate-bound tokens are asked for, and whose word on a certificate is taken. */
@ConfigMapping(prefix = "cadran.gateway.certificate")
public interface CertificateConfig {
  /** Paths that only a certificate-bound token opens, in the form of those of the routes. */
  Optional<List<String>> requiredOn();

  /**
   * The header in which a proxy that ends TLS before the gateway tells the certificate of the
   * caller, in the form of RFC 9440: {@code Client-Cert}. Without it no header is believed.
   */
  Optional<String> header();

  /** Addresses of the proxies from which that header is believed; from any other it is not. */
  Optional<Set<String>> trustedProxies();
}
