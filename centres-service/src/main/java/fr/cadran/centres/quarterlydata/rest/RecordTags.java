package fr.cadran.centres.quarterlydata.rest;

import fr.cadran.centres.quarterlydata.application.SaveDraft;
import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
import fr.cadran.centres.quarterlydata.domain.RecordState;
import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import fr.cadran.kit.http.EntityTags;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The tags of records, the same for every form in which a record is read and written. */
final class RecordTags {
  private RecordTags() {}

  /**
   * The tag of what the caller sees. An onlooker's does not move while a correction is drafted,
   * because what an onlooker sees does not either.
   */
  static EntityTag of(QuarterlyRecord record) {
    return record.state() == RecordState.DRAFT
        ? EntityTags.of("d" + record.revision())
        : of(record.latestVersion());
  }

  /** A version changes once: when it is decided on. */
  static EntityTag of(SubmittedVersion version) {
    return version.decision() == null
        ? EntityTags.of("v" + version.version())
        : EntityTags.of("v" + version.version(), version.decision().outcome());
  }

  /** Demands that a draft is only written on top of what its writer has seen. */
  static void demandCurrent(HttpHeaders headers, @Nullable QuarterlyRecord current) {
    if (current == null) {
      EntityTags.refuseIfMatchOnAbsent(headers);
    } else {
      EntityTags.refuseExisting(headers);
      EntityTags.requireIfMatch(headers, of(current));
    }
  }

  /** What a save answers; a dry run has nothing that a later call could refer to. */
  static Response answer(SaveDraft.Saved saved, boolean dryRun, URI place) {
    Response.ResponseBuilder answer =
        saved.created() && !dryRun ? Response.created(place) : Response.ok();
    if (!dryRun) {
      answer.tag(of(saved.record()));
    }
    return answer.entity(QuarterlyDataResponse.of(saved.record())).build();
  }
}
