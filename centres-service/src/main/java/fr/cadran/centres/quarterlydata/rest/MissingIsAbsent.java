package fr.cadran.centres.quarterlydata.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Writes what a centre did not declare as absent, as the API description says. */
@Singleton
class MissingIsAbsent implements ObjectMapperCustomizer {
  private static final JsonInclude.Value PRESENT_ONLY =
      JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS);

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.configOverride(QuarterlyContent.class).setInclude(PRESENT_ONLY);
    for (Class<?> section : QuarterlyContent.class.getDeclaredClasses()) {
      mapper.configOverride(section).setInclude(PRESENT_ONLY);
    }
  }
}
