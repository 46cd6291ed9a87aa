package fr.cadran.contracts.dialogue.persistence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.contracts.dialogue.domain.Evidence;
import fr.cadran.contracts.dialogue.domain.MissionAnnex;
import fr.cadran.contracts.dialogue.domain.ResultValue;
import fr.cadran.contracts.dialogue.domain.YearResults;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.indicator.domain.Result;
import fr.cadran.contracts.payment.domain.ContractFacts.IndicatorKey;
import fr.cadran.contracts.terms.IndicatorRequest;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the exact texts that were agreed on back into what they say. */
final class DialogueJson {
  private DialogueJson() {}

  @JsonIgnoreProperties({"document", "contract", "dialogue"})
  private record AnnexText(
      FundingLine mission,
      LocalDate on,
      boolean snpCompensation,
      boolean snpOrientation,
      List<IndicatorRequest> indicators) {}

  @JsonIgnoreProperties({
    "document",
    "contract",
    "dialogue",
    "contractYear",
    "resultsVersion",
    "correction"
  })
  private record ResultsText(List<Value> values, @Nullable BigDecimal orientationSpent) {}

  private record Value(
      FundingLine mission,
      String code,
      @Nullable BigDecimal value,
      @Nullable Boolean engaged,
      @Nullable BigDecimal agreedRate,
      @Nullable String reason,
      List<EvidenceText> evidence) {
    ResultValue toDomain() {
      return new ResultValue(
          new IndicatorKey(mission, code),
          result(),
          evidence.stream()
              .map(one -> new Evidence(one.link(), one.fileHash(), one.label()))
              .toList());
    }

    private Result result() {
      if (engaged != null) {
        return new Result.Means(engaged);
      }
      return agreedRate != null
          ? new Result.AgreedRate(Rational.of(agreedRate), Objects.requireNonNull(reason))
          : new Result.Measured(Rational.of(Objects.requireNonNull(value)));
    }
  }

  private record EvidenceText(
      @Nullable String link, @Nullable String fileHash, @Nullable String label) {}

  static MissionAnnex annex(ObjectMapper mapper, String text) {
    AnnexText annex = read(mapper, text, AnnexText.class);
    return new MissionAnnex(
        annex.mission(),
        annex.on(),
        annex.snpCompensation(),
        annex.snpOrientation(),
        annex.indicators().stream().map(IndicatorRequest::toDomain).toList());
  }

  static YearResults results(ObjectMapper mapper, String text) {
    ResultsText results = read(mapper, text, ResultsText.class);
    return new YearResults(
        results.values().stream().map(Value::toDomain).toList(),
        results.orientationSpent() == null ? null : new Euros(results.orientationSpent()));
  }

  private static <T> T read(ObjectMapper mapper, String text, Class<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
