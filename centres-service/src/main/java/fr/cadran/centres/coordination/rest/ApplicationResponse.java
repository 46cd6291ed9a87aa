package fr.cadran.centres.coordination.rest;

import fr.cadran.centres.coordination.domain.ApplicationStanding;
import fr.cadran.centres.coordination.domain.OptionApplication;
import fr.cadran.centres.coordination.domain.OptionParameter;
import fr.cadran.centres.coordination.domain.VoletOption;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The application of a centre to its CPAM, and where it stands. */
@Schema(name = "OptionApplication")
record ApplicationResponse(
    @Schema(required = true, examples = "930012345") String centre,
    @Schema(required = true) VoletOption volet,
    @Schema(required = true) LocalDate sentOn,
    @Schema(nullable = true) OptionApplication.@Nullable Answer answer,
    @Schema(nullable = true) @Nullable LocalDate answeredOn,
    @Schema(required = true, description = "Jour pour lequel l'état est dit. — Day of the state.")
        LocalDate on,
    @Schema(
            required = true,
            description =
                "`NOT_SENT`, `PENDING`, `ACCEPTED`, `REFUSED`, ou `DEEMED_ACCEPTED` : acquise faute"
                    + " de réponse dans le délai. — … or accepted for want of an answer in time.")
        ApplicationStanding.State state,
    @Schema(
            nullable = true,
            description =
                "Jour depuis lequel le centre est dans l'option. — Since when the centre is in the"
                    + " option.")
        @Nullable LocalDate acceptedOn,
    @Schema(nullable = true, description = "Dernier jour pour répondre. — Last day for an answer.")
        @Nullable LocalDate answerBy,
    @Schema(
            nullable = true,
            description =
                "Le délai et son texte, null quand aucun n'est connu pour le jour de l'envoi. — The"
                    + " time and its text, null when none is known for the day of sending.")
        @Nullable ParameterResponse rule,
    @Schema(
            required = true,
            description = "Le calcul. — The computation.",
            examples =
                "2014-03-01 + 15 j = 2014-03-16 ; sans réponse : acquise le 2014-03-17. — Without"
                    + " an answer: accepted on 2014-03-17.")
        String explanation,
    @Schema(required = true) long version,
    @Schema(required = true) Instant changedAt) {

  static ApplicationResponse of(
      OptionApplication application, LocalDate on, ApplicationStanding standing) {
    OptionParameter rule = standing.rule();
    return new ApplicationResponse(
        application.centre().value(),
        application.volet(),
        application.sentOn(),
        application.answer(),
        application.answeredOn(),
        on,
        standing.state(),
        standing.acceptedOn(),
        standing.answerBy(),
        rule == null ? null : ParameterResponse.of(rule),
        explanation(application, standing),
        application.version(),
        application.changedAt());
  }

  private static String explanation(OptionApplication application, ApplicationStanding standing) {
    OptionParameter rule = standing.rule();
    String delay =
        rule == null
            ? "%s + ? (NO_PARAMETER_ON_DAY)".formatted(application.sentOn())
            : "%s + %d j = %s (%s)"
                .formatted(application.sentOn(), rule.value(), standing.answerBy(), rule.source());
    return delay
        + switch (standing.state()) {
          case NOT_SENT -> " ; pas encore envoyée. — Not sent yet.";
          case PENDING -> " ; réponse attendue. — An answer is awaited.";
          case ACCEPTED ->
              " ; acceptée le %1$s. — Accepted on %1$s.".formatted(standing.acceptedOn());
          case REFUSED ->
              " ; refusée le %1$s. — Refused on %1$s.".formatted(application.answeredOn());
          case DEEMED_ACCEPTED ->
              " ; sans réponse dans le délai, acquise le %1$s. — Without an answer in time, accepted on %1$s."
                  .formatted(standing.acceptedOn());
        };
  }
}
