package fr.cadran.centres.quarterlydata.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.centres.quarterlydata.application.QuarterlyDataEvents;
import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import fr.cadran.events.EventType;
import fr.cadran.events.centres.QuarterlyContent;
import fr.cadran.events.centres.QuarterlyDataSubmitted;
import fr.cadran.kit.event.Outbox;
import fr.cadran.kit.event.OutgoingEvent;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;

/** Submissions through the outbox. */
@ApplicationScoped
class OutboxQuarterlyDataEvents implements QuarterlyDataEvents {
  private final Outbox outbox;
  private final ObjectMapper json;

  OutboxQuarterlyDataEvents(Outbox outbox, ObjectMapper json) {
    this.outbox = outbox;
    this.json = json;
  }

  @Override
  public void submitted(Finess centre, Quarter quarter, SubmittedVersion version) {
    // The grid has the same names in the domain and on the wire; the mapper refuses a name that one
    // side lacks, and a test converts a grid in which every field is filled in.
    QuarterlyContent content = json.convertValue(version.content(), QuarterlyContent.class);
    outbox.publish(
        new OutgoingEvent<>(
            EventType.QUARTERLY_DATA_SUBMITTED,
            centre.value(),
            centre.value() + "/" + quarter,
            version.version(),
            new QuarterlyDataSubmitted(
                centre.value(),
                quarter.toString(),
                version.version(),
                version.submittedAt(),
                content)));
  }
}
