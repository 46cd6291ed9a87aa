package fr.cadran.indicators.database;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Quarter;
import fr.cadran.kit.type.Rational;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Traces and calculations as JSON that loses nothing: fractions as text in lowest terms, amounts as
 * text with their cents. What is read back equals what was written.
 */
@Singleton
public class ExactJson {
  private static final byte END = '\n';

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(new Writer<>(Rational.class))
                  .addSerializer(new Writer<>(Euros.class))
                  .addSerializer(new Writer<>(Quarter.class))
                  .addDeserializer(Rational.class, new Reader<>(Rational.class, Rational::parse))
                  .addDeserializer(Euros.class, new Reader<>(Euros.class, Euros::of))
                  .addDeserializer(Quarter.class, new Reader<>(Quarter.class, Quarter::parse)))
          .build();

  /** The JSON of a value; the same value always gives the same text. */
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw notKept(value, e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UncheckedIOException when the stored text is not of that type
   */
  public <T> T read(String json, TypeReference<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("stored JSON is not " + type.getType().getTypeName(), e);
    }
  }

  /** The JSON of a value in UTF-8; the same value always gives the same bytes. */
  public byte[] bytes(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw notKept(value, e);
    }
  }

  /** SHA-256 of texts of JSON, in hexadecimal: equal exactly when the contents are. */
  public static String fingerprint(byte[]... texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] text : texts) {
        digest.update(text);
        digest.update(END);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static UncheckedIOException notKept(Object value, JsonProcessingException e) {
    return new UncheckedIOException("cannot be kept: " + value.getClass().getName(), e);
  }

  private static final class Writer<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;

    Writer(Class<T> type) {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.toString());
    }
  }

  private static final class Reader<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> parse;

    Reader(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return parse.apply(json.getText());
    }
  }
}
