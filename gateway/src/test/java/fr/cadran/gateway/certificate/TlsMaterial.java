package fr.cadran.gateway.certificate;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys and self-signed certificates made for one test run by the JDK's own tool, on loopback. */
public final class TlsMaterial implements QuarkusTestResourceLifecycleManager {
  static final String FOLDER = "cadran.test.tls";
  static final String PASSWORD = "cadran.test.tls.password";
  private static final String GATEWAY = "localhost";

  private Path folder = Path.of("");

  @Override
  public Map<String, String> start() {
    String password = UUID.randomUUID().toString();
    try {
      folder = Files.createTempDirectory("cadran-tls-");
      for (String name : List.of(GATEWAY, "editor", "other")) {
        make(name, password);
      }
    } catch (IOException noDisk) {
      throw new UncheckedIOException(noDisk);
    }
    Map<String, String> settings = new HashMap<>();
    settings.put(FOLDER, folder.toString());
    settings.put(PASSWORD, password);
    settings.put("quarkus.http.tls-configuration-name", "door");
    settings.put("quarkus.tls.door.key-store.p12.path", store(GATEWAY).toString());
    settings.put("quarkus.tls.door.key-store.p12.password", password);
    settings.put("quarkus.tls.door.trust-all", "true");
    settings.put("quarkus.http.test-ssl-port", "0");
    // A route that exists stands for the appointment ledger, which does not yet.
    settings.put("cadran.gateway.certificate.required-on", "/v1/specialties/**");
    settings.put("cadran.gateway.certificate.header", "Client-Cert");
    settings.put("cadran.gateway.certificate.trusted-proxies", "127.0.0.2");
    return settings;
  }

  @Override
  public void stop() {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  /** TLS of a caller that shows a certificate, or none for the empty name. */
  static SSLContext callerWith(Path folder, String password, String name)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(GATEWAY, certificate(folder, password, GATEWAY));
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    if (!name.isEmpty()) {
      keys.init(open(folder, password, name), password.toCharArray());
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        name.isEmpty() ? null : keys.getKeyManagers(),
        trust.getTrustManagers(),
        new SecureRandom());
    return context;
  }

  static Certificate certificate(Path folder, String password, String name)
      throws GeneralSecurityException, IOException {
    return open(folder, password, name).getCertificate(name);
  }

  /** As a token names a certificate: RFC 8705, 3.1. */
  static String thumbprint(Certificate certificate) throws GeneralSecurityException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
  }

  private static KeyStore open(Path folder, String password, String name)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
      store.load(in, password.toCharArray());
    }
    return store;
  }

  private Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  private void make(String name, String password) throws IOException {
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store(name).toString(),
                "-storepass",
                password)
            .redirectErrorStream(true)
            .start();
    try {
      String told = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (tool.waitFor() != 0) {
        throw new IllegalStateException("keytool: " + told);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
