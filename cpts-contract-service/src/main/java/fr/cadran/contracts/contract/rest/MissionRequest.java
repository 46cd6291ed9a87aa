package fr.cadran.contracts.contract.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import fr.cadran.contracts.contract.domain.PlannedMission;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.terms.IndicatorRequest;
import fr.cadran.kit.type.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mission of a contract as it is asked for: its code alone, or with what goes with it. */
@Schema(
    name = "PlannedMissionWish",
    oneOf = {FundingLine.class, MissionRequest.Full.class},
    description =
        "Le code seul, ou l'objet avec la planification et les options. — The code alone, or the"
            + " object with planning and options.")
@JsonDeserialize(using = MissionRequest.Reader.class)
public sealed interface MissionRequest {

  /** The mission, with what was left out as it is by default. */
  Full full();

  /** A mission with all that can be said of it. */
  @Schema(name = "PlannedMissionOptions")
  @JsonDeserialize(using = JsonDeserializer.None.class)
  record Full(
      @Schema(required = true, examples = "ACCES_SOINS") @NotNull FundingLine mission,
      @Schema(nullable = true, description = "Démarrage prévu. — Planned start.")
          @Nullable LocalDate plannedStart,
      @Schema(
              nullable = true,
              defaultValue = "false",
              description =
                  "ACCES_SOINS : compenser les professionnels des soins non programmés. — Compensate"
                      + " the professionals of unscheduled care.")
          @Nullable Boolean snpCompensation,
      @Schema(
              nullable = true,
              defaultValue = "false",
              description =
                  "ACCES_SOINS : traiter et orienter les demandes (enveloppe fléchée). — Handle and"
                      + " orient requests (earmarked).")
          @Nullable Boolean snpOrientation,
      @Schema(
              nullable = true,
              description =
                  "Indicateurs en négociation ; ceux qui comptent sont signés au démarrage. —"
                      + " Indicators under negotiation; those that count are signed at the start.")
          @Size(max = 100) @Nullable List<@Valid @NotNull IndicatorRequest> indicators)
      implements MissionRequest {
    @Override
    public Full full() {
      return this;
    }

    PlannedMission toDomain() {
      return new PlannedMission(
          mission,
          plannedStart,
          snpCompensation != null && snpCompensation,
          snpOrientation != null && snpOrientation,
          indicators == null
              ? List.of()
              : indicators.stream().map(IndicatorRequest::toDomain).toList());
    }
  }

  /** The faults of form of the indicators of a list of missions. */
  static List<FieldError> errors(List<MissionRequest> missions, String pointer) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < missions.size(); i++) {
      List<IndicatorRequest> indicators = missions.get(i).full().indicators();
      if (indicators != null) {
        errors.addAll(IndicatorRequest.errors(indicators, pointer + "/" + i + "/indicators"));
      }
    }
    return errors;
  }

  /** Reads either form. */
  final class Reader extends JsonDeserializer<MissionRequest> {
    @Override
    public MissionRequest deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.currentToken() == JsonToken.VALUE_STRING
          ? new Full(context.readValue(parser, FundingLine.class), null, null, null, null)
          : context.readValue(parser, Full.class);
    }
  }
}
