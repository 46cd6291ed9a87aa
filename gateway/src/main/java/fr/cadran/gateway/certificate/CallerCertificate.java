package fr.cadran.gateway.certificate;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * The certificate that a caller has proven to hold: that of the TLS connection, or what a proxy
 * says that was told to be believed. A header from anybody else is a claim like any other, and
 * ignored.
 */
@Singleton
class CallerCertificate {
  private final Optional<String> header;
  private final Set<String> trustedProxies;

  CallerCertificate(CertificateConfig config) {
    this.header = config.header();
    this.trustedProxies = config.trustedProxies().orElse(Set.of());
    if (header.isPresent() && trustedProxies.isEmpty()) {
      throw new IllegalStateException(
          "cadran.gateway.certificate.header needs trusted-proxies: whose header is to be believed?");
    }
  }

  /** SHA-256 of the certificate in base64url, as tokens name it; empty when none was proven. */
  Optional<String> thumbprint(HttpServerRequest request) {
    if (header.isPresent() && trustedProxies.contains(request.remoteAddress().hostAddress())) {
      // The connection's own certificate is then the proxy's.
      return told(request.headers().getAll(header.get()));
    }
    return shown(request);
  }

  private static Optional<String> shown(HttpServerRequest request) {
    SSLSession session = request.sslSession();
    if (session == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(thumbprint(session.getPeerCertificates()[0]));
    } catch (SSLPeerUnverifiedException none) {
      return Optional.empty();
    }
  }

  /** {@code :BASE64:} of the DER form, once (RFC 9440, 2.1). */
  private static Optional<String> told(List<String> values) {
    if (values.size() != 1) {
      return Optional.empty();
    }
    String value = values.getFirst().strip();
    if (value.length() < 2 || !value.startsWith(":") || !value.endsWith(":")) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getDecoder().decode(value.substring(1, value.length() - 1));
      return Optional.of(
          thumbprint(
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der))));
    } catch (IllegalArgumentException | CertificateException odd) {
      return Optional.empty();
    }
  }

  private static String thumbprint(Certificate certificate) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (CertificateEncodingException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("a certificate that was read has a form", impossible);
    }
  }
}
