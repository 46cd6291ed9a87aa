package fr.cadran.kit.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The operations that are not on record when they are done, each with its reason, in {@code
 * audit/plain-reads.properties} of the kit and of the service. Whatever is not named there is on
 * record: a new operation is, until somebody decides otherwise.
 */
@Singleton
@IfBuildProperty(name = AuditLog.SWITCH, stringValue = "true", enableIfMissing = true)
class PlainReads {
  private static final String FILE = "audit/plain-reads.properties";

  private final Set<String> operations;

  PlainReads() {
    this.operations = Set.copyOf(read());
  }

  boolean contains(String operation) {
    return operations.contains(operation);
  }

  private static Set<String> read() {
    Set<String> names = new TreeSet<>();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      for (URL file : Collections.list(loader.getResources(FILE))) {
        Properties one = new Properties();
        try (InputStream in = file.openStream();
            InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
          one.load(text);
        }
        names.addAll(one.stringPropertyNames());
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
    return names;
  }
}
