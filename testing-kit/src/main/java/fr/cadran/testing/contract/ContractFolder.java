package fr.cadran.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder {@code target/contract} of a module: the document, and what tests saw of it. */
final class ContractFolder {

  private static final String DOCUMENT = "openapi.json";
  private static final String SEEN = "seen.jsonl";
  private static final String CHECKED = "seen.checked.jsonl";

  private final Path folder;

  ContractFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder of the module under test, which the build names in a system property. */
  static ContractFolder ofModule() {
    @Nullable String module = System.getProperty("cadran.module");
    return new ContractFolder(Path.of(module == null ? "" : module, "target", "contract"));
  }

  /**
   * An operation that answered with a status.
   *
   * @param method in upper case
   * @param path the documented template
   */
  record Seen(String method, String path, int status) {}

  void keepDocument(String json) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(DOCUMENT), json);
  }

  String document() throws IOException {
    return read(DOCUMENT);
  }

  synchronized void add(Seen seen) throws IOException {
    Files.createDirectories(folder);
    String line =
        ApiDocument.JSON
            .createObjectNode()
            .put("method", seen.method())
            .put("path", seen.path())
            .put("status", seen.status())
            .toString();
    Files.writeString(
        folder.resolve(SEEN), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  Set<Seen> seen() throws IOException {
    Set<Seen> all = new LinkedHashSet<>();
    for (String line : read(SEEN).split("\n", -1)) {
      if (!line.isBlank()) {
        JsonNode node = ApiDocument.JSON.readTree(line);
        all.add(
            new Seen(
                node.path("method").asText(),
                node.path("path").asText(),
                node.path("status").asInt()));
      }
    }
    return all;
  }

  /** Sets what was seen aside, so that the next run starts from nothing. */
  void close() throws IOException {
    Path seen = folder.resolve(SEEN);
    if (Files.exists(seen)) {
      Files.move(seen, folder.resolve(CHECKED), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String read(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          file + " is missing: the tests that write it by the ContractFilter run before this one");
    }
    return Files.readString(file);
  }
}
