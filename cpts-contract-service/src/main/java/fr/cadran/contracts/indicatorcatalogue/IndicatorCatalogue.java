package fr.cadran.contracts.indicatorcatalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.contracts.terms.IndicatorRequest;
import fr.cadran.kit.type.FieldError;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it is shipped, in the order of the texts. A row that is not well formed, or
 * whose example the rules of indicators would refuse, stops the start.
 */
@Startup
@Singleton
class IndicatorCatalogue {
  private static final String RESOURCE = "contract-indicators.json";
  private static final int TAG_BYTES = 8;

  private final ObjectMapper mapper;
  private final Validator validator;
  private final List<CatalogueEntry> entries;
  private final String version;

  IndicatorCatalogue(ObjectMapper mapper, Validator validator) {
    this.mapper = mapper;
    this.validator = validator;
    String shipped = shipped();
    this.entries = read(shipped);
    this.version = digest(shipped);
  }

  /** Every entry, in the order of the texts. */
  List<CatalogueEntry> entries() {
    return entries;
  }

  Optional<CatalogueEntry> find(String code) {
    return entries.stream().filter(entry -> entry.code().equals(code)).findFirst();
  }

  /** Changes with any change of the shipped catalogue. */
  String version() {
    return version;
  }

  /**
   * The entries of a catalogue.
   *
   * @throws MalformedCatalogueException which names the first row that is wrong, and why
   */
  final List<CatalogueEntry> read(String json) {
    List<CatalogueEntry> read = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    List<JsonNode> rows = rows(json);
    for (int i = 0; i < rows.size(); i++) {
      CatalogueEntry entry = entry(rows.get(i), i + 1);
      if (!codes.add(entry.code())) {
        throw malformed(i + 1, "the code " + entry.code() + " stands twice", null);
      }
      read.add(entry);
    }
    if (read.isEmpty()) {
      throw new MalformedCatalogueException("the catalogue of indicators has no row", null);
    }
    return List.copyOf(read);
  }

  private List<JsonNode> rows(String json) {
    try {
      return mapper.readValue(json, new TypeReference<List<JsonNode>>() {});
    } catch (JsonProcessingException unreadable) {
      throw new MalformedCatalogueException(
          "the catalogue of indicators is not a JSON list", unreadable);
    }
  }

  private CatalogueEntry entry(JsonNode row, int number) {
    CatalogueEntry entry;
    try {
      entry = mapper.treeToValue(row, CatalogueEntry.class);
    } catch (JsonProcessingException unreadable) {
      throw malformed(number, "it is not of the documented form", unreadable);
    }
    Set<String> wrong = new TreeSet<>();
    if (entry == null) {
      throw malformed(number, "it is null", null);
    }
    validator.validate(entry).forEach(violation -> wrong.add(told(violation)));
    if (wrong.isEmpty()) {
      IndicatorRequest terms = entry.terms();
      validator.validate(terms).forEach(violation -> wrong.add(told(violation)));
    }
    if (wrong.isEmpty()) {
      for (FieldError error : entry.errors()) {
        wrong.add(error.pointer() + " " + error.code());
      }
    }
    if (!wrong.isEmpty()) {
      throw malformed(number, String.join(", ", wrong), null);
    }
    return entry;
  }

  private static String told(ConstraintViolation<?> violation) {
    return violation.getPropertyPath() + " " + violation.getMessage();
  }

  private static MalformedCatalogueException malformed(
      int row, String why, @Nullable Throwable cause) {
    return new MalformedCatalogueException(
        "row %d of the catalogue of indicators: %s".formatted(row, why), cause);
  }

  private static String shipped() {
    try (InputStream resource =
        Objects.requireNonNull(IndicatorCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
