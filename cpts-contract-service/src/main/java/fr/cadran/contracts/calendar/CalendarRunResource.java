package fr.cadran.contracts.calendar;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.kit.access.CurrentCaller;
import fr.cadran.kit.access.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs the calendar on demand; a schedule runs it besides. */
@Path("/v1/calendar-runs")
@Tag(name = "calendar-runs", description = "Ce que le jour amène. — What the day brings about.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CalendarRunResource {
  /** Contracts of one call, so that it answers within seconds. */
  private static final int MOST = 200;

  private final CalendarRun calendarRun;
  private final CurrentCaller caller;

  CalendarRunResource(CalendarRun calendarRun, CurrentCaller caller) {
    this.calendarRun = calendarRun;
    this.caller = caller;
  }

  @POST
  @RequiresScope("payments:run")
  @Operation(
      operationId = "runCalendar",
      summary = "Passer les échéances — Run the calendar",
      description =
          "Projets réputés validés, contrats arrivés à leur fin, lignes dues à ce jour, sans attendre"
              + " l'exécution planifiée. Au plus 200 contrats par appel : `more` dit s'il en reste. — Projets deemed validated,"
              + " contracts that end, lines due by today, without waiting for the schedule. At most"
              + " 200 contracts a call: `more` says whether some are left.")
  @APIResponse(
      responseCode = "200",
      description = "Ce qui a été écrit. — What was written.",
      content = @Content(schema = @Schema(implementation = CalendarRunResponse.class)))
  public CalendarRunResponse runCalendar() {
    AccessPolicy.RUN_CALENDAR.require(caller.get());
    return calendarRun.run(MOST);
  }
}
