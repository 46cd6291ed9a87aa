package fr.cadran.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reads the published files and validates against the schemas, formats included. */
final class Contracts {

  /** Refuses what a record does not know, keeps every digit of a decimal. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private Contracts() {}

  static JsonNode schema(EventType<?> type) {
    return json(type.schema());
  }

  static JsonNode example(EventType<?> type, String size) {
    return json(
        type.schema().replace("/schemas/", "/examples/").replace(".json", "." + size + ".json"));
  }

  static List<String> violations(EventType<?> type, JsonNode data) {
    return SCHEMAS.getSchema(schema(type)).validate(data).stream().map(Error::toString).toList();
  }

  static JsonNode json(String resource) {
    try (InputStream bytes = open(resource)) {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  static InputStream open(String resource) {
    return Objects.requireNonNull(
        Contracts.class.getClassLoader().getResourceAsStream(resource), resource);
  }
}
