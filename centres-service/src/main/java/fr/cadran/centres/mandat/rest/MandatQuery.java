package fr.cadran.centres.mandat.rest;

import fr.cadran.centres.mandat.application.MandatFilter;
import fr.cadran.centres.mandat.domain.MandatState;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What lists of mandats can be narrowed by. */
public class MandatQuery {
  @Parameter(description = "État aujourd'hui. — Where they stand today.")
  @QueryParam("state")
  @Nullable MandatState state;

  @Parameter(
      description = "Client OAuth de l'éditeur. — OAuth client of the editor.",
      example = "editor-demo")
  @QueryParam("client")
  @Size(max = 100) @Nullable String client;

  MandatFilter filter() {
    return new MandatFilter(state, client);
  }
}
